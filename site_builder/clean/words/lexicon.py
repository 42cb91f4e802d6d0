"""The words by which page furniture gives itself away, in English and Chinese: data, no logic.

Input: none. Output: ``RULES``, in order of precedence; a rule names a line in the ledger (``ingest --explain``).
A pattern is matched against the whole line, without case. ``kind`` says what the line does to the text around it:

- ``stamp``: belongs to the head of an article (dates, reading times, "Published");
- ``line``: furniture that stands alone; the article goes on after it;
- ``list``: opens a list of links; what follows is not the article's until long prose resumes;
- ``comments``: opens readers' comments, which never become an article's text;
- ``footer``: opens what stands below an article or a page;
- ``next``: says that another article follows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

RuleKind = Literal["stamp", "line", "list", "comments", "footer", "next"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One named rule: what kind of line it is and the pattern that a whole line must match."""

    name: str
    kind: RuleKind
    pattern: re.Pattern[str]


def _rule(name: str, kind: RuleKind, *patterns: str) -> Rule:
    return Rule(name, kind, re.compile("(?:" + "|".join(patterns) + r")[\s:：.…»›>!！→▶►▸↓]*", re.IGNORECASE))


_AGO = (
    r"(?:about |over |almost )?(?:an?|\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
    r" (?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s? ago"
)
_NETWORKS = (
    r"(?:facebook|twitter|x|whatsapp|linkedin|reddit|pinterest|telegram|flipboard|messenger|wechat|weibo|line|tumblr"
    r"|instagram|youtube|tiktok|rss|cite|e-?mail|mail|print|pdf|link|copy(?: (?:url|link))?|sms|viber|vk|pocket|threads|mastodon"
    r"|bluesky|restack|share|tweet|pin(?: it)?|save(?: (?:story|article|post))?|bookmark|like|comment|more|gift(?: (?:this )?article)?|listen|微信|微博|新浪微博|腾讯微博|朋友圈"
    r"|微信好友|qq空间|qq好友|qq|豆瓣|人人网|复制链接|打印|收藏|点赞|分享|评论|转发|举报|在看|赞|推特|脸书)"
)
_SECTIONS = (
    r"(?:home|news|world|china|asia|europe|us|uk|politics|business|economy|opinion|tech|technology|science|sports?|culture"
    r"|arts?|life|lifestyle|style|travel|video|videos|photos|podcasts?|newsletters?|society|health|local|latest|live|markets"
    r"|money|features?|columns?|weather|food|books|magazine|entertainment|about(?: us)?|contact(?: us)?|subscribe|search"
    r"|menu|more|sign in|log ?in|register|donate|shop|events|jobs|archive|music|film|fashion|design|education|history|environment|voices|interviews|reviews|essays|fiction|games)"
)
_ANSWERS = r"(?:comments?|responses?|replies|thoughts?|conversations?|discussions?|letters)"
_NO_SENTENCE = r"(?:(?![a-z\d]\. [A-Z“\"‘]).){2,160}"
_LANGUAGES = r"(?:en|eng|english|zh|cn|chinese|中文|中|简体?(?:中文)?|繁[体體]?(?:中文)?|英文|英)"

RULES: tuple[Rule, ...] = (
    # --- heads -------------------------------------------------------------------------------------------------
    _rule(
        "stamp of the head",
        "stamp",
        r"(?:first |last |date |originally )?(?:published|posted|updated|modified)(?: on| at)?",
        r"on|by|author|authors|written by|words by|metadata|full document",
        rf"(?:(?:first |last )?(?:published|posted|updated) )?{_AGO}(?: ?on)?",
        r"(?:estimated )?(?:(?:reading time|lecture|lesedauer)[:：]? ?)?(?:about )?\d+[- ]?min(?:ute)?s?(?: read(?:ing)?)?(?: time)?\.?",
        r"(?:\d+|one|two|three|four|five)(?:\s?[–-]\s?\d+)?[ -]min(?:ute)?s?(?: (?:read|listen|watch))?|(?:(?:length|word count)\s*:\s*)?\d[\d,]* words"
        r"|(?:heard|seen|aired) on .{2,40}",
        r"\d[\d,.]*k? (?:views?|reads?|shares?|likes?|claps?|followers?)",
        r"(?:阅读|浏览|点击|阅读量|浏览量|点击数|阅读数|人气|热度)[:：]?\s*\d[\d,.]*[万亿wk]?\+?(?:次|人)?",
        r"\d[\d,.万]*\+?\s*(?:次)?(?:阅读|浏览|点击|人看过|阅读量)",
        r"(?:本文|全文)?(?:大?约|预计)?(?:需要?|共)?\s*[\d一二三四五六七八九十几]{1,3}\s*分钟(?:阅读|可?读完)",
        r"(?:\d[\d,.]*[km]?\s+(?:shares?|comments?|likes?|views?|reads?|replies|retweets?|restacks?|claps?)[\s|·•,]*){2,}",
        r"阅读(?:时间|时长)[:：]?\s*\d+\s*分钟|(?:本文|全文)?(?:共|约|共约)?\s*\d+\s*字.{0,12}分钟",
        r"(?:\d+|几)\s*(?:秒|分钟|小时|天|周|个月|年)前",
        r"\d[\d,.万]*\s*人(?:赞同|喜欢|收藏|推荐|转发)(?:了)?(?:该|此|这篇)?(?:文章|回答)?|body|full text|正文",
        r"(?:赞同|有用|没用|喜欢|收藏|点赞|转发|评论|关注者|被浏览)\s*\d[\d,.万]*|(?:关注者|被浏览)",
        r"以下文章来源于\s*[^，,。]{1,24}|本文来自.{2,160}|本文(?:首发|转载)自.{2,160}",
        r"发布于|发表于|原创|转载|首发",
        r"(?:to|cc|bcc|reply-to|sender|in-reply-to|message-id)\s*:.{0,80}@.{0,80}|message:?\s*#?\d+(?: of \d+)?",
        r"(?:[\u4e00-\u9fff]{2,4}\s*[:：]\s*\d[\d,.万]*[\s　|/]*){2,}",
        r"[\u4e00-\u9fff]{0,8}[〔\[（(【](?:19|20)\d\d[〕\]）)】][^\s，。]{0,14}号",
        r"(?:[A-Z]{2,}(?: ?\w+)?|本报|本刊|本网|[\u4e00-\u9fff]{0,6}(?:网|報|报|社|台|新闻|中文|传媒|傳媒|周刊))?(?:驻[\u4e00-\u9fff]{2,4})?"
        r"(?:特约|特約|首席|资深|資深)?(?:记者|記者|撰稿人|评论员|評論員|专栏作家)",
        r"(?:(?:浏览|阅读|点击)(?:次数|量|数)?|字号|责任编辑|责编|编辑)[:：]\s*\S{0,12}",
    ),
    # --- another article follows ---------------------------------------------------------------------------------
    _rule(
        "pointer to the next article",
        "next",
        r"-{2,}\s*(?:forwarded|original) message\s*-{2,}|begin forwarded message",
        r"next(?: (?:story|article|post|up))?|up next|read next|(?:continue )?(?:to )?(?:the )?next (?:story|article|post)",
        r"previous (?:story|article|post)|(?:←|<|«)\s*(?:older|previous|newer|next)(?: posts?)?|(?:older|newer) posts?(?:\s*[→»>])?",
        r"下一[篇条则則]|上一[篇条则則]|继续阅读下一篇|下篇|(?:上一[篇条则則]|下一[篇条则則])(?:[\s|/]+(?:上一[篇条则則]|下一[篇条则則]))+",
        r"(?:[←<«‹]\s*)?(?:previous|prev|next|older|newer)(?: (?:post|article|story))?\s*[:：]\s*.{3,200}",
        r"(?:for )?immediate release|(?:news|press|media) release(?:[ :]+(?:no\.? ?)?[\d/.-]+)?",
    ),
    # --- lines that stand alone -----------------------------------------------------------------------------------
    _rule(
        "advertisement",
        "line",
        r"[\s—–=*-]*(?:广告(?:开始|结束)?|(?:end (?:of )?)?(?:ad|advertisement))[\s—–=*-]*|paid for by .{2,60}"
        r"|[\[(]?(?:ad|advert|commercial) break[\])]?",
        r"advertise?ments?|sponsored(?: content)?(?: by .{1,40})?|ad|ads|ads by \w+|paid (?:post|content)|(?:supported|presented) by|brought to you by.{0,40}|promoted|partner content",
        r"(?:story|article|post|scroll|content)s? (?:to )?continues?(?: reading)?(?: (?:below|after).{0,40})?",
        r"scroll (?:down )?(?:to|for) (?:continue|more)(?: reading)?.{0,30}",
        r"continue reading(?: (?:below|the (?:main|full) (?:story|article)))?|skip (?:advertisement|ad|past newsletter.{0,20})",
        r"this (?:advertisement|ad) has not loaded yet.{0,60}|remove ads?|why (?:am i seeing )?this ad.{0,3}|close ad",
        r"[\s—–=*-]*(?:a )?(?:word|message) from (?:our|today[’']s|this week[’']s) (?:sponsor|partner|advertiser)s?[\s—–=*-]*"
        r"|[\s—–=*-]*(?:end (?:of )?)?(?:sponsored|sponsor[’']s) message[\s—–=*-]*",
        r"广告|赞助(?:内容)?|推广|(?:文章|正文|内容)(?:在)?(?:广告)?(?:下方|之后)?继续|广告[，,]?请继续(?:往下)?阅读|【?广告】?",
    ),
    _rule(
        "share buttons",
        "line",
        r"partager|réagir|compartir|teilen|merken|condividi|compartilhar|commenter|commenti",
        rf"{_NETWORKS}(?:\s*[|｜·•/、,，]?\s*{_NETWORKS})*",
        r"(?:share|tweet|e-?mail|send|forward|save|print|like|pin|post|bookmark|copy|recommend|follow)(?: (?:this|the|full|whole|via|to|on|with|us|a|link|it|"
        r"your|friends?|article|story|post|page|by)\b)+.{0,40}",
        r"share(?:\s*[:：|]\s*.{0,60}| via .{0,40}| options?| this)|\d+ shares?|shares? \d+|click to share.{0,40}",
        r"(?:分享|转发|扫码分享|一键分享|分享给|分享本文|分享文章)(?:到|至)?\s*[:：]?.{0,40}|.{0,8}(?<!老)字号(?:\s*[:：].{0,40}|\s*[大中小默AT+-].{0,40})?|【?字体(?:大小)?\s*[:：].{0,30}|"
        r"(?:大|中|小)(?:\s*(?:大|中|小))+",
        r"(?:(?:阅读|閱讀|评论|評論|收藏|转载|轉載|喜欢|打印|举报|分享|点赞|推荐|转发|浏览|点击)\s*[▼]?\s*[(（]?\s*\d*\s*[)）]?[\s┊|｜·/]*){3,}",
    ),
    _rule(
        "site navigation",
        "line",
        r"skip to .{0,30}|jump to .{0,30}|menu|search(?: for)?.{0,20}|close|toggle .{0,30}|open menu|(?:main )?navigation|(?:connect|stay in touch|keep in touch|get in touch)(?: with)?(?: us)?|[\[(↑^⇧]?\s*(?:back|return|go) to (?:the )?(?:top|(?:table of )?contents)\s*[\])]?|"
        r"(?:sign|log) ?(?:in|up|out)(?:\s*(?:[|/·]|or)\s*.{0,40})?|subscribe(?:\s*[|/·].{0,40})?|register|my account|hi,? .{1,20}|"
        r"view (?:all|more|comments|gallery).{0,20}|load(?:ing)? more.{0,20}|show more.{0,20}|see (?:all|more).{0,20}|"
        r"why you can trust .{2,30}|close panel|about sharing|how to share.{0,20}|before you go|you(?:['’]re| are) all caught up|like loading.{0,3}|loading.{0,12}|(?:正在)?加载(?:中|更多)?|正在载入|image (?:source|credit).{0,60}|"
        r"listen(?: to (?:this |the )?(?:full |audio )*(?:article|story|version|post|episode))?(?:[ ·|—-]*[(（]?\d+.{0,10})?|play|pause|mute|fullscreen|expand|enlarge(?: image)?|"
        r"open (?:image|in).{0,30}|(?:\w+ )?\d+ of \d+(?: \w+)?|.{0,24}\d\d?:\d\d\s*/\s*\d\d?:\d\d|document \w*\d{6,}\w*|page \d+|\d+/\d+|gallery|image \d+ of \d+|(?:photo(?:graph)?|image|picture|slide) \d+ (?:of|/) \d+\b.{0,40}|download(?: (?:as|the|this|full|a|article|report|paper))*(?: pdf)?(?: version)?|"
        r"(?:<<|[«‹<←])\s*(?:previous|prev|older|earlier)\b[^.]{0,30}(?:next|newer|later)\b[^.]{0,30}(?:>>|[»›>→])|"
        rf"{_LANGUAGES}(?:\s*[|/·]\s*{_LANGUAGES})+",
        r"[\[【(（]?(?:图片|圖片|图像|image|photo|picture)[\]】)）]?|.{2,160}[(（](?:pdf|epub|docx?|xlsx?|pptx?|mp3|zip)\b[^()（）]{0,20}[kmg]b[)）]",
        r"(?:edition|language)s?[:：]?.{0,30}|english|中文|简体(?:中文)?|繁體(?:中文)?|简\s*[|/]\s*繁|简 繁",
        rf"{_SECTIONS}(?:\s*[|｜·•/>»›,]?\s*{_SECTIONS}){{2,}}",
        r"[^.。!?]{2,40}(?:\s+[>»›]\s+[^.。!?]{2,60})+|open in app|(?:\+\s*)?follow(?:ing)?|text to speech|\+?\s*(?:关注|订阅)|关注(?:他|她|TA|作者|专栏)|可以听文章啦",
        r"[^\s.。!?！？>›»<《“][^.。!?！？>›»<]{0,30}\s+[>›»]",
        r"[\u4e00-\u9fff·]{2,12}(?:\s*[>＞›»]{1,2}\s*[\u4e00-\u9fff·]{2,16})+",
        r"(?:you are here[:：]? ?)?home ?(?:/|>|»|›|→).{0,80}",
        r"(?:您|你)?(?:当前|现在)?(?:的|所在)*位置\s*[:：].{0,60}|首页\s*(?:[>›»/|→-]|&gt;).{0,60}|登录.{0,30}|注册.{0,20}|客户端|"
        r"首页(?:[ 　]+\S{2,6}){2,}|(?:[\[【]\s*)?(?:点击)?返回[^，。,.！!？?]{0,10}(?:顶部|页首|首页|主页|列表|目录|上页|上一页|上一级|频道|栏目|封面|版面)(?:\s*[\]】])?|导航|菜单|搜索.{0,10}|关闭|展开(?:全文|阅读)?|查看(?:全文|更多|全部|原文|大图).{0,16}|点击(?:进入|查看|加载|下载|播放).{0,20}|"
        r"不用抽.{0,30}|即時新聞.{0,40}|訂閱.{0,20}|登入.{0,20}|上一页|下一页|第\s*\d+\s*页|全文完|\(?（?完）?\)?|收起|更多|听全文|朗读|播放|手机(?:版|看).{0,10}|打开APP.{0,20}|下载(?:APP|客户端).{0,20}",
    ),
    _rule(
        "newsletter and support",
        "line",
        r"(?:please )?(?:sign up|subscribe|register|join)(?: (?:to|for|now|here|today|our|us)\b).{0,140}",
        r".{2,60} is a (?:reader|listener|member|community)[ -](?:supported|funded)\b.{0,200}",
        r"(?:contact|write to|e-?mail|reach) the (?:writer|author|reporter)s? (?:at|on|via)\b.{3,80}",
        r"推荐进入.{2,20}(?:数据库|频道).{0,60}|邀[请請]好友加入.{2,20}|加入.{0,12}(?:WhatsApp|Telegram|微信).{0,6}(?:频道|頻道|群组|群組).{0,30}",
        r"this site is protected by recaptcha\b.{0,200}",
        r"thanks? (?:you )?for reading\b.{0,200}|ready for more\?",
        r"(?:the |our )?(?:\S+ ){0,6}newsletter (?:brings|delivers|provides|gives|sends|keeps)\b.{0,100}\b(?:you|your)\b.{0,60}",
        r".{0,160}\bplease consider (?:(?:making|leaving|giving|becoming|taking out|supporting us with) )?an? "
        r"(?:\S+ ){0,3}(?:pledge|donation|contribution|subscription|member|supporter|patron|tip)\b.{0,120}",
        r"(?:(?:如果|若|要是)(?:您|你)?(?:觉得|喜欢|认为|这篇|本文).{0,30}(?<![他她]))?请(?:我|作者|我们|小编|站长)喝一?杯?(?:咖啡|奶茶|茶)(?:[，,].{0,40})?",
        r"(?:get|receive) (?:the |our |more |all |breaking )?.{0,60}(?:newsletter|inbox|alerts?|updates?|by e-?mail)\b.{0,60}|.{0,40}newsletter",
        r"by (?:submitting|signing up|subscribing|clicking|entering|providing|continuing).{0,160}|enter your e-?mail.{0,40}|your e-?mail(?: address)?|"
        r"e-?mail address|thank you for (?:subscribing|signing up).{0,60}|you can unsubscribe.{0,60}|unsubscribe(?:\s*(?:[|·•/]|: ?https?:).{0,120}|.{0,30})|you (?:are receiving|received|get) this .{0,160}|view (?:this .{0,30})?in (?:your )?browser.{0,20}|(?:update|manage) (?:your )?(?:email )?(?:preferences|subscription).{0,60}|we respect your privacy.{0,40}",
        r"(?:support|become a (?:member|patron|supporter)|donate(?: (?:now|today|here))?|contribute(?: now)?|buy us a coffee)(?: .{0,60})?",
        r"(?:if you (?:enjoy(?:ed)?|like[d]?|value|appreciate)|enjoy(?:ed|ing)? (?:this|our)|like (?:this|what you)|help us|love this).{0,220}",
        r"\W{0,4}join our\b.{0,120}",
        r"(?:follow|find|join|add|like) us (?:on|at|in|via).{0,80}|download (?:our|the) app.{0,60}|got any tips\?.{0,160}|(?:have|got|send us) a (?:news )?tip.{0,120}",
        r"(?:this article is (?:free|for subscribers).{0,80}|already a (?:subscriber|member).{0,60}|you have \d+ free articles?.{0,60}|you(?:['’]re| are) (?:currently )?(?:reading )?(?:a |the |our )?free (?:subscriber|edition|version|preview|list)\b.{0,200}|"
        r"(?:get |enjoy )?unlimited (?:digital )?access.{0,80}|to continue reading.{0,80})",
        r"如果?您?(?:无法|不能)(?:正常)?(?:浏览|显示|查看).{0,40}|退订.{0,30}|此邮件.{0,40}",
        r"(?:欢迎|敬请|请|长按|扫码|扫描|微信|点击|识别|搜索)?.{0,12}(?:关注|订阅)(?:我们|本站|本报|.{0,10}(?:公众号|微信号|微博|频道|账号|客户端)).{0,40}",
        r"(?:欢迎|敬请|请)?(?:关注|订阅).{0,20}(?:长按|扫描|扫码|识别).{0,12}二维码.{0,10}|(?:长按|扫描|扫一扫|扫码|识别).{0,30}(?:二维码|关注|下载|分享).{0,20}|.{0,10}二维码.{0,10}|.{0,6}打赏.{0,16}|喜欢(?:此|这|本)文.{0,20}|赞赏.{0,10}|"
        r"(?:微信)?扫一扫|关注该公众号|预览时标签不可点|轻触阅读原文|(?:微信扫一扫)?(?:赞赏|喜欢)作者|人划线|继续滑动看下一个|向上滑动看下一个|"
        r"(?:点击|戳).{0,12}(?:阅读原文|在看|蓝字).{0,16}|阅读原文|投稿(?:邮箱|信箱|请).{0,50}|(?:爆料|新闻)热线.{0,30}|.{0,10}加入.{0,10}(?:微信群|交流群|读者群).{0,20}",
    ),
    _rule(
        "pointer to another article",
        "line",
        r"related (?:report|publication|paper|resource|document|download)s?",
        r"(?:related|upcoming) (?:event|webinar|podcast|episode|video|book|course)s?\s*[:：].{3,200}",
        r"[（(\[【]?(?:本文|全文)由.{1,20}(?:RSS|全文输出|抓取|采集|转码|生成).{0,80}",
        r"(?:read|view|open|continue|listen|watch|see|discuss|comment|reply|original|archived?|via)\b[^.:：]{0,40}[:：]\s*https?://\S+",
        r"(?:read(?: (?:more|also|next|on|this))?|go deeper|see (?:also|more)|also read|also see|also on .{1,20}|more on this|more|related(?: (?:story|article|coverage|reading|post))?|"
        r"watch(?: (?:more|also|now|live))?|listen|in pictures|must read|don'?t miss|recommended|further reading|explainer|opinion|editor'?s picks?)\s*[:：>»|].{3,200}",
        r"(?:read|see) (?:more|also|next)(?: (?:about|on|from|at)\b.{0,80}| here| stories.{0,40})?|read (?:the )?(?:full|whole|rest|original)\b.{0,60}|(?:view|open) (?:the )?original(?: (?:article|page|post|source))?|"
        r"(?:click|tap) (?:here|to|on)\b.{0,100}|(?:for|find) more (?:on|about|stories|news|from|information)\b.{0,100}",
        r"(?:热点|相关阅读|延伸阅读|推荐阅读|更多阅读|阅读更多|相关报道|相关新闻|相关文章|另见|参见|点击阅读|更多内容|往期回顾|热文|另请参阅|延伸閱讀|相關(?:閱讀|報導|新聞|文章)|推薦閱讀|更多(?:閱讀|新聞|內容)|看更多|下一篇|上一篇|下一条|上一条)\s*[:：|].{2,120}",
        r"阅读全文|查看全文|\[?(?:阅读|查看|了解)(?:更多|详情|全部)\]?|(?:更多|详细).{0,14}请(?:点击|访问|关注).{0,40}",
    ),
    _rule(
        "end sign",
        "line",
        r"[\s\-—–=*~·(（\[【]*(?:the end|end|ends|enditem|30|###|fin|完|全文完|正文完|本文完|未完待续|end of (?:story|document|article|transcript|.{2,60}\b(?:digest|newsletter|bulletin)\b.{0,40}))[\s\-—–=*~·)）\]】]*",
        r"[■◆●□▪◼∎♦❖※]+",
    ),
    _rule(
        "editor's line",
        "line",
        r".{2,80}\b(?:takes? no|does(?: not|n['’]t) take(?: any)?) (?:institutional|editorial|official|corporate) (?:positions?|views?)\b.{0,240}",
        r"(?:additional )?(?:reporting|writing) by (?:the )?(?:\S+ ){1,5}(?:bureau|newsroom|desk|team|staff)(?:[;,].{0,160})?",
        r"sent from my .{2,40}|发自我的.{2,20}|《[^》]{2,20}》\s*\d{4}\s*年\s*总?第\s*\d+\s*期.{0,6}",
        r"spotted a(?:n)? (?:mistake|error|typo).{0,240}|(?:report|suggest|submit) (?:a(?:n)? )?(?:correction|error|typo|mistake|edit).{0,60}|"
        r"\((?:additional )?(?:reporting|writing|editing|compiled)(?: and (?:reporting|writing|editing))? by .{3,240}\)|"
        r"(?:see|found|notice) (?:a(?:n)? )?(?:mistake|error|typo).{0,120}|"
        r"(?:edited|editing|proofread|copy ?edit(?:ed)?|fact[- ]check(?:ed)?|produced) by[:：]? .{2,60}|(?:editors?|web editor|desk)\s*[:：]\s*.{2,40}|"
        r"(?:the )?(?:views|opinions) expressed (?:in|by|here|are).{0,240}|disclaimer\b.{0,240}|republish(?:ed|ing)?\b.{0,140}|reprints? .{0,60}",
        r"[（(\[【]?\s*(?:責任編輯|編輯|责任编辑|责编|本文责编|值班编辑|编辑|校对|审核|审校|终审|监制|美编|[\u4e00-\u9fff]{2}编辑|本期编辑|编审|主编|实习编辑|排版|运营)\s*[:：/／丨|].{1,40}[）)\]】]?",
        r"[（(【]?(?:责任编辑|责编|编辑|校对|审核|监制|图片编辑|值班编辑|美编|排版)[ /|｜丨 　]\s*[\u4e00-\u9fff]{2,4}(?:[ /|｜丨 　、]+(?:责任编辑|责编|编辑|校对|审核|监制|图片编辑|美编|排版)?[ /|｜丨 　:：]*[\u4e00-\u9fff]{2,4})*[）)】]?",
        r"[（(\[【]?\s*(?:原标题|文章来源|原文链接|原文地址|本文来源|来源链接|本文链接|永久链接|本文网址|文章编号|编号|更新时间)\s*[:：].{0,200}[）)\]】]?",
        r"(?:编者按|編者按)\s*[:：]\s*本文.{0,80}(?:授权|转载|发布|發布)[。.]?",
        r"凡(?:是)?(?:本[网站报刊社]|注明).{0,200}(?:版权|转载|来源).{0,200}",
        r"(?:特别|免责|版权|郑重|法律|本站)?(?:声明|提示|说明)\s*[:：].{0,240}|(?:本文|文章|以上)(?:仅)?(?:代表|系|为|由).{0,40}(?:观点|立场|原创|授权|转载|发布).{0,120}|"
        r".{0,40}(?:请勿|請勿|谢绝|謝絕|严禁|嚴禁|禁止)(?:擅自)?(?:转载|轉載).{0,40}|.{0,20}转[载发](?:时)?请(?:注明|标明|联系|保留).{0,40}|(?:未经|如需|欢迎|如有|转载).{0,30}(?:转载|授权|许可|注明|侵权|出处).{0,100}|.{0,12}(?:违法和不良信息|举报(?:电话|邮箱|热线|方式|中心)).{0,40}|我要举报|举报"
        r"我要(?:纠错|报错|反馈|投诉).{0,20}|纠错.{0,12}|打印本(?:页|文)|【?(?:打印|关闭|纠错|收藏|推荐)】?(?:\s*【?(?:打印|关闭|纠错|收藏|推荐|本页|窗口)】?)+",
    ),
    _rule(
        "filing of the article",
        "line",
        r"(?:posted|filed|published|archived) (?:in|under)\b[:：]?.{2,160}|tagged(?: with| as)?[:：]? .{2,160}|(?:this entry was|the post) .{2,200}",
        r"a version of this (?:article|story).{2,240}|leer en español|(?:read|阅读).{0,12}(?:in (?:chinese|english|spanish)|中文版|英文版).{0,20}|点击查看本文.{0,20}|.{2,80} contributed (?:reporting|research|to this (?:report|story|article)).{0,60}",
        r"this (?:article|story|report|series|reporting) (?:was|is) (?:made possible|funded|supported|produced) (?:by|with|through|in partnership with)\b.{2,200}",
        r"have you been affected by [^?]{2,80}\? (?:write|contact|e-?mail|tell|share|get in touch|call|let us)\b.{0,120}|if you (?:have been|are|were|or someone you know (?:has been|is)) affected by .{2,120}\b(?:help|support|advice|resources|samaritans|call|contact|visit|page)\b.{0,120}",
        r"(?:suggested|recommended) citation\s*:\s*.{8,400}|cite (?:this|as)\b.{2,400}",
        r"(?:this|the) (?:article|story|post|piece|essay) (?:was )?(?:originally |first )?(?:published|appeared|appears|ran)\b.{2,200}|.{0,30}(?:first|originally) (?:appeared|published) (?:on|in|at|by) .{2,120}",
        r"[（(]\s*(?:本文)?(?:原载|原刊|原发|首发|转载自|选自|摘自)(?:于|自)?\s*[:：]?.{2,40}[)）]",
        r"(?:收录于|收录在|所属|文章)(?:话题|专题|专辑|合集|分类).{0,60}|(?:本文|文章)(?:首发|原载|刊载|刊登|发表|转载)(?:于|在|自).{2,80}",
    ),
    # --- what opens a region --------------------------------------------------------------------------------------
    _rule(
        "readers' comments",
        "comments",
        r"(?:(?:read|view|see|show|join) )?(?:\d[\d,]*|no|one|two|three|four|five|add|all|view|show|hide|load|post|see|read|write|leave|your|reader|readers'?|top|recent|latest|most recent)?\s*"
        r"(?:a )?(?:\d[\d,]* )?(?:comments?|responses?|replies|thoughts?|conversations?|discussions?|letters)(?:\s*[(（]\d+[)）]|\s+\d+)?"
        r"(?: (?:are|is) (?:closed|off|disabled|open)\b.{0,40}| policy.{0,20}| section)?",
        rf"(?:\d[\d,]*|no|one|two|three|four|five|add|all|view|show|read|see) (?:a )?{_ANSWERS} (?:on|to) {_NO_SENTENCE}"
        rf"|{_ANSWERS} (?:on|to)(?:\s*[:：]\s*|\s+(?=[“\"‘'«])){_NO_SENTENCE}|(?:reader )?letters to the editor",
        r"leave a (?:reply|comment|response|message)\b.{0,60}|post a comment|(?:join|start) the (?:conversation|discussion)\b.{0,40}|what do you think\?.{0,60}|have your say|"
        r"cancel reply|reply|reply to .{1,40}|your e-?mail address will not be published.{0,80}|required fields are marked.{0,6}|save my name.{0,100}|"
        r"(?:log in|sign in) to (?:comment|reply|leave).{0,40}|notify me of .{0,80}|comments? (?:policy|guidelines).{0,40}|be the first to comment.{0,20}|sort by .{0,20}|"
        r"(?:re|aw|回复|回覆)\s*[:：]\s*.{3,200}|discussion about this (?:post|article).{0,20}|restacks|"
        r"reader interactions|(?:newest|oldest|best) first|previously on .{1,40}|\d+ (?:people|users) (?:liked|like) this",
        r"#?\d{1,5}\s*[楼樓][\s　:：.#|].{2,80}|#?\d{1,5}\s*[楼樓]|(?:沙发|板凳|地板)[\s　]+.{2,60}\d.{0,20}",
        r"(?:网友|读者|最新|最热|热门|精彩|全部|精选|相关|所有|用户|发表|查看|我要|我来|参与|写|共|已有)?\s*\d*\s*(?:条|个|篇)?\s*"
        r"(?:评论|跟贴|跟帖|留言|回复|网友热评|读者留言|网友评论|回应|讨论)(?:区|列表|\s*[(（]?\d+\s*(?:条)?[)）]?)?|"
        r"(?:共有?|已有)\s*\d+\s*(?:条|人|位)?.{0,8}(?:评论|参与|跟贴|留言|回复).{0,10}|\d+\s*(?:条|人)(?:评论|参与|跟帖|回复).{0,8}|"
        r"(?:登录|登陆)后(?:发表|才能|即可|可)?.{0,6}(?:评论|回复|留言).{0,8}|文明上网.{0,40}|.{0,4}(?:说点什么|写下你的|我有话说).{0,10}|网友(?:热议|怎么看)|暂无评论|抢沙发",
    ),
    _rule(
        "list of other articles",
        "list",
        r"(?:most|popular|top|trending|latest|recent|related|recommended|more|other|featured|similar|editors?'?s?|must|don'?t)\s+"
        r"(?:(?:read|reads|reading|viewed|popular|shared|commented|recent|clicked|liked|watched|discussed|stories|story|posts?|articles?|news|headlines|topics?|tags?|picks?|choice|content|coverage|links|"
        r"videos?|now|today|this week|on|from|in|about|by|like this|for you|miss|updates?|episodes?|must|see|the|series|you|may|might|also|section|entries|titles)\b[\s:&,]*)+.{0,50}",
        r"(?:[«‹<←]\s*)?(?:previous|prev|older|newer)(?: page| posts?)?[\d\s….|]*(?:next|newer|older)(?: page| posts?)?(?:\s*[»›>→])?|(?:[«‹<]\s*)?上一页[\d\s….|]{2,}下一页(?:\s*[»›>])?",
        r"related|further reading|trending|recommended|popular|most read|headlines|(?:today[’']s )?top (?:stories|news)|in this (?:issue|section|series|story)|in case you missed it|icymi|what to read next|"
        r"(?:you|readers) (?:may|might|could|will|also)(?: also)? (?:like|enjoy|be interested|read|liked|want|love|interest).{0,30}|recommended (?:for you|stories|reading|by .{1,20})|"
        r"(?:more|other) (?:from|by|in|on|stories|articles|news) ?.{0,50}|from (?:our|the) (?:partners|web|archives?|blog|newsroom)\b.{0,30}|around the web|promoted (?:stories|links)|"
        r"(?:sign up|trending|hot) (?:topics|now|tags)|popular reads.?|share this:?|tags?|topics|categories|archives?|filed under|tag cloud|blogroll|recent comments|meta|links|elsewhere|primary sidebar|secondary sidebar|footer widgets?|before footer|"
        r"about the authors?|about (?:me|this (?:site|blog|author|writer))|our (?:picks|latest|top stories)|keep reading|up next in .{1,30}|explore more.{0,30}|more (?:to (?:read|explore)|coverage)",
        r"(?:相关|延伸|推荐|更多|热门|最新|最热|猜你|大家|热点|今日|本周|本月|精彩|精选|头条|往期|其他|编辑|图片|视频|专题|网友|站内|同类|点击|阅读|周|日|月|24小时|48小时|实时|焦点|独家|重点)\s*"
        r"(?:相关|延伸|推荐|更多|热门|最新|热点|精彩|精选|关注|阅读|新闻|文章|报道|资讯|内容|话题|专题|链接|视频|图集|排行|排行榜|喜欢|都在看|还在看|回顾|看点|导读|榜单|榜|头条|动态|要闻|推荐阅读|荐读|图片|标签|列表|栏目|专栏)+\s*.{0,6}",
        r"延伸閱讀.{0,6}|相關新聞.{0,6}|相關報導.{0,6}|熱門新聞.{0,6}|推薦閱讀.{0,6}|你可能.{0,8}喜歡.{0,6}|最新文章|猜你喜欢.{0,6}|您可能(?:还)?(?:感兴趣|喜欢).{0,12}|你可能(?:还|也)?(?:感兴趣|喜欢|会).{0,12}|看过(?:此|本|这).{0,10}还.{0,6}|友情链接|排行榜?|热搜(?:榜)?|标签云?|分类(?:目录)?|喜欢此内容的人还喜欢|"
        r"近期(?:文章|评论)|文章归档|归档|热[榜读]|点击排行|作者(?:简介|介绍|其他文章)|关于作者|要闻|图说|专栏作者|合作(?:媒体|伙伴)",
    ),
    _rule(
        "page footer",
        "footer",
        r"--",
        r"(?:terms|privacy|cookies?|legal|accessibility|sitemap|imprint|impressum|advertise|careers|press|about(?: us)?|contact(?: us)?|help|faqs?|masthead|do not sell.{0,30})"
        r"(?: (?:of (?:use|service)|and conditions|& conditions|policy|statement|notice|settings|preferences|with us|centre|center|information|us|map|site|room))*"
        r"(?:\s*[|·•/,–-]?\s*(?:terms|privacy|cookies?|legal|accessibility|sitemap|advertise|careers|press|about(?: us)?|contact(?: us)?|help|faqs?|masthead|rss|feedback|subscribe|newsletters?)"
        r"(?: (?:of (?:use|service)|and conditions|& conditions|policy|statement|notice|settings|with us|us))*)*",
        r"(?:powered|hosted|designed|theme|proudly powered) by .{2,60}|proudly .{0,40}wordpress.{0,20}|feed enhanced by .{0,60}|(?:follow|find|contact|reach) us.{0,60}|"
        r"this (?:site|website) uses (?:cookies|akismet).{0,160}|we use cookies.{0,160}|accept(?: all)?(?: cookies)?|permalink.{0,40}|"
        r"registered (?:office|in|company|charity).{0,120}|.{0,30}is (?:not responsible for|a registered trademark).{0,120}",
        r"(?:关于(?:我们|本站|本网)|联系(?:我们|方式)|网站(?:地图|声明|简介)|广告(?:服务|合作|刊登)|法律(?:声明|顾问)|隐私(?:政策|条款|保护)?|版权(?:声明|所有)|招聘(?:信息)?|加入我们|用户协议|帮助(?:中心)?|"
        r"服务条款|意见反馈|人才招聘|友情链接|诚聘英才|投稿)(?:\s*[|｜·•\-/ 　]+\s*.{2,12})*",
        r".{0,60}(?:国内统一(?:连续出版物|刊|期刊|报刊)?号|邮发代号).{0,60}",
        r".{0,20}(?:ICP[备证]|公网安备|网络文化经营许可|许可证(?:号)?|互联网新闻信息服务).{0,60}|Copyright\s*[©@].{0,10}版权所有.{0,60}|(?:主办|承办|技术支持|地址|邮编|电话)(?:单位)?\s*[:：].{2,60}",
    ),
)

_SAID = re.compile(r"[^\W\d_]{2,}|[\u4e00-\u9fff]{2}")
_TOLD = 8  # words of a sentence that no link has


def find_rule(text: str) -> Rule | None:
    """Return the rule that a whole line matches; what leads through a site is no sentence."""
    found = next((rule for rule in RULES if rule.pattern.fullmatch(text)), None)
    told = found is not None and found.name == "site navigation" and text.endswith((".", "。"))
    return None if told and len(_SAID.findall(text)) >= _TOLD else found


RIGHTS = re.compile(
    r"(?:copyright\b|©|\(c\)\s*\d{4}|版权所有|all rights reserved).{0,300}|.{0,60}(?:©\s*\d{4}|all rights reserved).{0,200}",
    re.IGNORECASE,
)
"""A line that says who holds the rights."""

STAMP_LABELS = re.compile(
    r"\b(?:first |last |originally )?(?:published|posted|updated|modified|published at|last updated|date|time|on|at|by|in|from|filed under|source|edt|est|gmt|bst|utc|cst|et|pt|am|pm|hrs)\b"
    r"|总?第\s*\d+\s*期|《[^》]{2,12}》|(?:发|刊)[于於]|(?:最后|最後)?(?:发布|发表|更新|创建|编辑|刊发|刊登|出版|發佈|發布|發表|刊登|建立)?(?:时间|日期|於|于|時間)?\s*[:：]|发布于|发表于|来源|作者|编辑|记者|责编|星期.|周[一二三四五六日]|北京时间",
    re.IGNORECASE,
)
"""What stands around dates in the head of an article."""

WITH = re.compile(
    r"[,;.]?\s*(?:(?:and )?with (?:additional )?(?:contributions?|reporting|research|help|assistance|input)s? (?:from|by|of)|additional reporting(?: by| from)|contributions? (?:by|from)"
    r"|contributing[:：]?|translated by)\s+",
    re.IGNORECASE,
)
"""What stands between authors and those who helped them."""

HOLDER = re.compile(
    r"(?:copyright|©|\(c\)|版权所有)[\s©(c)]*(?P<year>(?:19|20)\d\d)?(?:\s*[-–—]\s*(?P<last>(?:19|20)\d\d))?[\s,©]*(?P<holder>[^.。|]*?)(?=\s*(?:[.。|]|all rights|版权所有|$))",
    re.IGNORECASE,
)
"""Year and holder in a rights line."""

LABEL = re.compile(
    r"(?:(?P<title>(?:article |page |full )?title|headline|subject|文章标题|标题|題目|标\s*题|题目|主\s*题)|(?P<dek>subtitle|summary|abstract|description|excerpt|standfirst|dek|highlight|摘要|导语|内容提要|副标题|核心提示)"
    r"|(?P<url>(?:source )?url(?: source)?|link|permalink|address|网址|链接|原文(?:链接|地址|网址)?)|(?P<tags>tags?|topics|labels?|key ?words?|tagged|(?:文章|本文)?关键词|关键字|标签|标\s*签|话题)"
    r"|(?P<category>category|categories|section|channel|栏目|频道|分类|版面|类别)|(?P<publisher>publisher|publication|source|site|newspaper|媒体|来源|出处|报纸|网站|信源)"
    r"|(?P<text>text|body|(?:markdown )?content|full text|正文|内容|全文)"
    r"|(?P<filing>索\s*引\s*号|发文机关|发文单位|发文字号|文\s*号|主题(?:分类|词|归类)|成文日期|信息(?:分类|索引号)|体裁分类|服务对象|有\s*效\s*性|组配分类|公开(?:类别|方式|范围|时限)|发布机构))\s*[:：]\s*(?=\S|$)",
    re.IGNORECASE,
)
"""A line that names its own field."""

SECTION = re.compile(
    r"(?:china|asia|world|news|politics|policy|society|culture|arts?|media|tech(?:nology)?|science|business|economy|economics|finance|markets|opinion|comment(?:ary)?|analysis|editorial|features?|life|lifestyle|"
    r"travel|food|health|sports?|education|law|books?|film|music|history|environment|climate|energy|national|international|local|metro|city|regional|insight|digital|weibo|watch|trends?|trending|video|"
    r"podcasts?|interviews?|profiles?|reviews?|essays?|reports?|investigations?|explainers?|long ?reads?|diplomacy|military|defen[cs]e|hong kong|taiwan|beijing|shanghai|pacific|europe|americas?|africa|"
    r"middle east|us|uk|brief(?:s|ing)?|latest|top|exclusive|breaking|special|weekend|magazine|people|style|fashion|entertainment|celebrity|gender|women|youth|internet|cyber|data|legal|community|uncategori[sz]ed|the|and|of|in|&|/|-|·|\s)+"
    r"|(?:要聞|港聞|兩岸|两岸|國際|財經|體育|娛樂|評論|生活|時事|时政|国际|国内|社会|财经|经济|文化|娱乐|体育|科技|军事|教育|健康|评论|观点|观察|深度|特稿|调查|人物|历史|读书|旅游|生活|汽车|房产|法治|要闻|头条|新闻|滚动|原创|独家|专题|视频|图片|图集|港澳|台湾|地方|本地|中国|世界|思想|"
    r"时评|社论|访谈|报道|热点|快讯|资讯|频道|[/·|>、 ])+",
    re.IGNORECASE,
)
"""The name of a section of a newspaper, all of whose words are such words."""

CHANGED = re.compile(r"updat|modif|changed|edited|revis|更新|修改|编辑于", re.IGNORECASE)
"""A date that is not the first publication's."""

SIMPLIFIED = frozenset(
    "这们国来时说对会学经个为过发后种样开从与长点关机问电车书见声应报数实现当没动还进间东业务员记议认让论设证话该语请读谁调谈"
)
TRADITIONAL = (
    frozenset(
        "這們國來時說對會學經個為過發後種樣開從與長點關機問電車書見聲應報數實現當沒動還進間東業務員記議認讓論設證話該語請讀誰調談"
    )
    - SIMPLIFIED
)
"""Frequent characters that only one of the two scripts has."""
