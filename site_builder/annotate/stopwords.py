"""English words that bound a rendering, by what they do in a sentence.

Input and output: none; word lists only. Sources: the closed classes of English (determiners, pronouns,
prepositions, auxiliaries), the verbs and titles that newspapers put before names.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CLOSED = _words("""
a an the this that these those some any each every no another other both either neither such all many much
more most few several various certain own my your his her its our their whose i you he she it we they me him
us them who whom which what and or but nor so yet if when while where whereas although though because since as
than then also too even just only still in on at by for from with without within into onto to of off out over
under about after before between among against during through toward towards upon via per around across along
amid amidst behind beside besides beyond despite except following including inside near outside past plus
according regarding until till unlike like versus vs up down back away together ahead throughout alongside
concerning is are was were be been being am has have had having do does did doing will would can could may
might must shall should not never ever always often sometimes usually commonly now today yesterday tomorrow
here there how why whether once again one two three four five six seven eight nine ten first second third last
next
""")
"""Words of the closed classes: a lower-case rendering never reaches over one (``of`` and ``and`` aside)."""

FINITE = _words("""
is are was were that which who whom has have had it they he she we been does did its his her their
""")
"""Words that no rendering holds: the stretch before the Chinese is read no further than to them."""

SUBJECTS = _words("who which they he she it we")
"""Subjects: a verb stands behind them."""

AUXILIARIES = _words("has have had that been")
"""Words with a participle, or with a noun phrase, behind them."""

VERBS = _words("""
say says said saying call calls called calling name names named naming dub dubs dubbed term termed titled
entitled label labelled labeled use uses used using write writes wrote written know knows known become becomes
became build builds built building see sees saw seen show shows showed shown make makes made making take takes
took taken get gets got give gives gave given go goes went mean means meant refer refers referred promote
promotes promoted promoting mention mentions mentioned describe describes described launch launches launched
found founded post posts posted publish publishes published report reports reported reporting tell tells told
ask asks asked add adds added argue argues argued stress stresses stressed invoke invokes invoked repeat
repeats repeated come comes came include includes included join joins joined meet meets met visit visits
visited marry marries married accuse accuses accused establish establishes established create creates created
introduce introduces introduced propose proposes proposed criticize criticizes criticized criticise criticises
criticised praise praises praised blame blames blamed face faces faced against fight fights fighting implement
implements implemented translate translates translated render renders rendered spread spreads want wants
wanted need needs needed try tries tried keep keeps kept let lets find finds feel feels felt express expresses
expressed involve involves involved star stars starring starred feature features featuring featured play plays
played sing sings sang perform performs performed host hosts hosted win wins won lose loses lost leave leaves
left sell sells sold selling buy buys bought buying offer offers offered offering provide provides provided
providing receive receives received receiving accept accepts accepted allow allows allowed allowing ban bans
banned bring brings brought carry carries carried cause causes caused causing eat eats ate eating drink drinks
drank drinking wear wears wore wearing hold holds held holding hear hears heard learn learns learned learning
teach teaches taught teaching pay pays paid paying produce produces produced producing own owns owned owning
open opens opened opening close closes closed run runs ran running start starts started starting stop stops
stopped support supports supported supporting oppose opposes opposed reject rejects rejected adopt adopts
adopted adopting issue issues issued issuing raise raises raised raising reach reaches reached reduce reduces
reduced reducing require requires required requiring prevent prevents prevented preventing protect protects
protected combat combats combated combating tackle tackles tackled tackling curb curbs curbed curbing develop
develops developed developing attend attends attended attending enter enters entered entering earn earns
earned earning cook cooks cooked collect collects collected send sends sent sending serve serves served
consider considers considered discuss discusses discussed discussing denounce denounces denounced mock mocks
mocked mocking watch watches watched watching visit visiting discover discovers discovered replace replaces
replaced spend spends spent spending urge urges urged warn warns warned commit commits
committed confess confessed deny denies denied admit admits admitted announce announces announced claimed demanded
expected follow follows followed gain gains gained handle handles handled help helps helped hire hires hired
grow grows grew growing ignore ignores ignored improve improves improved invite invites invited lack lacks
lacked obtain obtained
organize organized prefer prefers preferred prepare prepares prepared prohibit prohibits prohibited punish
punishes punished recommend recommends recommended release releases released remove removes removed resist
resisted seek seeks sought seize seizes seized share shares shared steal steals stole submit submits submitted
suffer suffers suffered suggest suggests suggested threaten threatens threatened transform transformed trigger
triggers triggered undergo underwent unveil unveils unveiled violate violates violated welcome welcomes welcomed
""")
"""Verbs that stand before a term in news prose; none begins a noun phrase there."""

MODIFIERS = _words("""
new old young big bigger biggest small smaller smallest large larger largest great greater greatest good
better best bad worse worst strong stronger strongest weak weaker high higher highest low lower lowest long
longer longest short shorter early earlier late later latest former current recent famous well-known renowned
popular notorious so-called infamous prominent leading major main key local nearby nascent ubiquitous
controversial unified single entire whole real true fake same different similar special particular specific
own ever-popular fellow rising growing increasing alleged supposed self-proclaimed influential important
official officially state-run state-owned government-run online offline
""")
"""Words that praise, date or place a thing; stripped from the left unless the Chinese has them."""

LABELS = _words("""
hashtag hashtags tag tags topic topics page pages post posts character characters term terms phrase phrases
word words slogan slogans song songs expression expressions saying idiom idioms name names title titles
account accounts keyword keywords sentence sentences comment comments message messages headline headlines
caption captions sign signs quote quotes meme memes concept concepts nickname nicknames acronym abbreviation
translation pinyin chinese mandarin literally lit original hereafter aka formerly now see e.g i.e
""")
"""Nouns that name the Chinese words themselves and so translate nothing: ``the phrase (…)``."""

TITLES = _words("""
president premier chairman chairwoman chairperson chair vice deputy minister secretary general director mayor
governor ambassador consul emperor empress king queen prince princess sir lord lady mr mrs ms miss dr prof
professor doctor judge lawyer officer captain colonel marshal admiral actor actress actors actresses singer
singers rapper pop star stars idol idols host hostess comedian director directors writer author novelist poet
artist painter musician composer journalist reporter editor blogger vlogger influencer student teacher scholar
historian economist activist dissident billionaire millionaire entrepreneur founder co-founder ceo cfo
businessman businesswoman tycoon athlete swimmer gymnast tennis player footballer coach champion wife husband
father mother son daughter brother sister comrade uncle aunt celebrity celebrities supermodel model
spokesperson spokesman spokeswoman
""")
"""Titles and roles before a person's name."""

NO_TITLES = _words("pop star stars general host player wife husband father mother son daughter brother sister")
"""Words of ``TITLES`` that do not by themselves tell a person: ``the stars of …``, ``his son``."""

PEOPLE = _words("""
poetess playwright screenwriter filmmaker photographer architect designer sculptor calligrapher dancer soprano
pianist violinist conductor philosopher sociologist anthropologist scientist physicist chemist biologist
mathematician engineer programmer virologist epidemiologist critic columnist commentator translator publisher-poet
dictator revolutionary guerrilla warlord monk nun lama abbot missionary priest bishop diplomat envoy politician
lawmaker legislator senator congressman mp cadre bureaucrat general soldier veteran fighter policeman policewoman
detective nurse surgeon physician farmer worker courier driver teenager girl boy man woman resident citizen netizen
user livestreamer streamer youtuber tiktoker podcaster gamer chef cook explorer astronaut taikonaut sprinter diver
snooker-player boxer skater skier racer cyclist weightlifter swimmer magnate investor banker trader whistleblower
defector exile refugee migrant suspect victim plaintiff defendant murderer
""")
"""Nouns for people that stand before a name or explain it."""

PLATFORM_NOUNS = _words("""
platform app website site forum messenger marketplace network portal browser chatbot microblog
""")
"""Nouns for services of the internet."""

ORGANISATION_NOUNS = _words("""
company firm startup start-up conglomerate corporation manufacturer carmaker automaker chipmaker drugmaker maker
producer supplier retailer chain brand label developer brokerage insurer lender bank fund carrier airline operator
publisher newspaper tabloid magazine journal broadcaster outlet agency wire university college academy school
kindergarten hospital clinic institute laboratory ngo charity nonprofit foundation association think-tank
party league club team band church sect union regulator ministry watchdog court giant unicorn studio subsidiary
""")
"""Nouns for companies and other bodies."""

PLACE_WORDS = _words("""
city town township village hamlet county province district prefecture region area zone neighbourhood neighborhood
suburb borough capital port river lake mountain mountains mount hill island islands peninsula bay strait gulf
valley gorge canyon plateau desert pass road street avenue square park garden gardens palace airport station
bridge temple monastery pagoda harbour harbor reservoir dam hall resort mausoleum stadium tower mall plaza building
arena prison jail gymnasium cemetery market pier wharf grotto grottoes caves waterfall beach wetland forest farm mine
""")
"""Nouns for places, in front of a name, behind it, and as its last word."""

PLATFORMS = _words("""
facebook twitter youtube instagram tiktok whatsapp telegram reddit linkedin snapchat discord twitch wechat weibo
douyin qq kuaishou xiaohongshu rednote zhihu douban bilibili tieba taobao wikipedia quora pinterest tumblr line
kakaotalk
""")
"""Services of the internet that news names without saying what they are."""

BRANDS = _words("""
mcdonald wendy sotheby christie levi lay domino macy kellogg moody lloyd sainsbury hershey carl joe john kohl dunkin
valentine year alzheimer parkinson women children people men mother father teacher nurse labour may world king queen
""")
"""What keeps its ``’s`` as a name: houses, days, illnesses."""

PEOPLES = _words("""
chinese american british english french german japanese korean russian indian taiwanese hongkonger
hong-kong-born taiwan-born chinese-american chinese-canadian chinese-born canadian australian european asian
western tibetan uyghur uighur mongolian cantonese shanghainese beijing-based shanghai-based shenzhen-based
hangzhou-based
""")
"""Words for where someone or something is from."""

CONNECTORS = _words("of for on the and in to & at with de von van der la le y")
"""Small words inside names: ``Bank of China``, ``Ministry of Culture and Tourism``."""

ARTICLES = _words("the a an")
"""Articles: behind ``and`` they begin another name."""

DETERMINERS = ARTICLES | _words("this these those my your his her its our their every each")
"""Words that begin a noun phrase."""

OWNERS = _words("""
people’s women’s men’s children’s workers’ teachers’ writers’ students’ youth’s girls’ boys’ farmers’
citizens’ lawyers’ journalists’ nurses’ mother’s father’s valentine’s new-year’s veterans’ peasants’ masters’
consumers’ singles’ singles’s
""")
"""Possessives that belong to names: ``People’s Court``, ``Women’s Federation``."""

WORKS = _words("""
song film movie series drama book novel show documentary album poem essay game play painting sitcom cartoon
manga memoir opera musical blockbuster thriller biopic sequel prequel trilogy anthology autobiography ballad anime
""")
"""Nouns that a title stands behind: ``the film …``."""

WORK_LEADS = WORKS | _words("""
titled entitled headlined called title headline story of sang sing sings singing wrote directed and or
""")
"""Last words of what leads to a title."""

ORGANISATION_HEADS = _words("""
ministry bureau commission committee administration agency department office association federation union
league party congress court university college institute academy school company corporation group council
conference society foundation bank press daily times news hospital centre center police army force forces
""")
"""English heads of names of organisations."""

PLACE_HEADS = {
    "省": _words("province"),
    "市": _words("city municipality"),
    "县": _words("county"),
    "縣": _words("county"),
    "区": _words("district area region zone"),
    "區": _words("district area region zone"),
    "镇": _words("town township"),
    "鎮": _words("town township"),
    "乡": _words("township town village"),
    "鄉": _words("township town village"),
    "村": _words("village"),
    "州": _words("prefecture state"),
    "路": _words("road street avenue"),
    "街": _words("street road avenue"),
    "山": _words("mountain mount mountains hill"),
    "河": _words("river"),
    "江": _words("river"),
    "湖": _words("lake"),
    "岛": _words("island islands"),
    "島": _words("island islands"),
    "湾": _words("bay"),
    "港": _words("port harbor harbour"),
    "寺": _words("temple"),
    "庙": _words("temple"),
    "桥": _words("bridge"),
    "站": _words("station"),
    "酒": _words("liquor"),
    "族": _words("people ethnic minority"),
    "话": _words("dialect"),
    "节": _words("festival"),
    "報": _words("daily"),
    "报": _words("daily newspaper"),
    "网": _words("net online"),
}
"""Last characters of place names (and a few others) with the English nouns that translate them."""
