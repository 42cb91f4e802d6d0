"""Tells the readings of a verb, noun or adjective of one character apart by what stands right beside it.

Input: what stands before and behind the character. Output: its reading, or None where nothing tells. The rows are the
senses of 现代汉语词典 (7th ed.), with the company that 现代汉语八百词 gives each: 藏 is cáng before what becomes of
the thing hidden (藏在, 藏有), Zàng behind what one does to or with Tibet (驻藏, 汉藏).
"""

from __future__ import annotations

import functools
from typing import NamedTuple

NUMERALS = frozenset("一二三四五六七八九十百千万亿两几数半〇零0123456789０１２３４５６７８９")
_NUMBER = "#"  # in a row: a numeral or a digit
_DEGREE = "很 太 更 最 极 较 够 么 越 又 真 挺 非常 十分 特别 这么 那么 有多 不"


class _Row(NamedTuple):
    """A reading, and what must stand before and behind; "" asks for nothing."""

    reading: str
    before: str = ""
    behind: str = ""


_ROWS: dict[str, tuple[_Row, ...]] = {
    "长": (
        _Row("chang2", f"{_DEGREE} 全 身"),
        _Row("chang2", "", "# 达 约 于 而"),
        _Row("zhang3", "", "得 出 满 大 成 高 胖 着"),
    ),
    "重": (_Row("zhong4", f"{_DEGREE} 体 净"), _Row("zhong4", "", "# 达 约 于 在")),
    "更": (_Row("geng4"),),
    "好": (_Row("hao3", f"{_DEGREE} 还 多 只 要 更"),),
    "难": (_Row("nan2", f"{_DEGREE} 多"),),
    "差": (_Row("cha4", _DEGREE), _Row("cha4", "", "# 一点 点儿 不多 劲")),
    "种": (
        _Row("zhong3", "# 这 那 各 多 每 某 何 此 该 同 整 哪"),
        _Row("zhong4", "", "着 下 上 了 过 满 树 草 菜 花 田 地 粮 瓜 豆 棉 茶 水稻 小麦 玉米 蔬菜 庄稼"),
    ),
    "钉": (_Row("ding4", "", "在 入 上 进 住 死 成 满 着 于"),),
    "挨": (
        _Row("ai1", "紧 相 肩"),
        _Row("ai2", "", "打 骂 饿 批 罚 训 冻 整 宰 揍 斗 踢 了打 了骂 了批 过打 过骂 刀 枪 耳光"),
        _Row("ai1", "", "着 近 个 家 户 次 门 在 到"),
    ),
    "教": (_Row("jiao1", "", "我 你 他 她 它 您 咱 人 会 孩子 学生 小孩 大家 徒弟 学员 女儿 儿子"),),
    "弄": (_Row("long4", _NUMBER), _Row("nong4", "", "清 脏 坏 丢 错 死 明白 到 出 得 好 成 不 点 个 懂 断")),
    "载": (_Row("zai4", "", "有 着 客 货 人 入 重 满"), _Row("zai3", _NUMBER)),
    "炸": (
        _Row("zha2", "", "鸡 鱼 虾 酱 薯 酥 串 圈 丸 豆 糕 饼 春卷 熟 黄"),
        _Row("zha2", "油 香 煎 酥 干 软 现"),
        _Row("zha4", "", "弹 药 死 伤 毁 沉 断 开 裂 掉 飞 桥 楼"),
    ),
    "盛": (_Row("cheng2", "", "饭 米饭 汤 菜 着 满 有 在 水 了 入 起 粥 酒 器"),),
    "铺": (
        _Row("pu4", "里 当 卧 硬 软 床 店 商 药 肉 货 饭 米"),
        _Row("pu1", "", "上 在 满 了 着 成 设 床 路 轨 垫 开 砌 盖 就 展 有 地 砖 道 平 张"),
    ),
    "藏": (
        _Row("cang2", "所 珍 馆 私 秘 隐 暗 躲 埋 冷 典 库 深 窝 包 收"),
        _Row("zang4", "入 青 川 滇 援 进 驻 汉 蒙 西 涉 治 康 卫"),
        _Row("cang2", "", "在 着 好 起 了 身 匿 躲 于 进 入 过 到 有 经阁 经洞 经楼 书"),
        _Row("zang4", "", "语 文 族 区 历 医 药 传 胞 汉 戏 獒 人 民 军 兵 地 王"),
    ),
    "尽": (_Row("jin3", "", "早 快 可能 先 量 管 着 里头 自"), _Row("jin4")),
    "卷": (
        _Row("juan3", "", "起 入 走 进 曲 成 着 了 烟 尺 发 款 心菜 土 叶 边 子"),
        _Row("juan4", "# 上 中 下 首 本 全 该 各 每 此 多 末 前 后 分"),
        _Row("juan4", "", "# 首 末 帙 册 宗 ， 。 》 、 ）"),
    ),
    "倒": (
        _Row("dao3", "推 打 摔 跌 击 绊 扳 病 吓 晕 醉 昏 扑 撞 砍 压 累 放 滑 问 难 卧 倾"),
        _Row("dao3", "", "在 地 下 塌 向 台 闭 霉 班 卖 戈 毙 伏 房 伐"),
        _Row("dao4", "", "是 也 不 像 没 挺 很 还 有 水 茶 酒 垃圾 车 退 立 影 计时 出 进 掉 贴 满"),
    ),
    "喝": (
        _Row("he4", "大", "一声 道"),
        _Row("he4", "怒 断 厉 暴 吆"),
        _Row("he4", "", "道 令 彩 问 斥 止 退"),
    ),
    "干": (
        _Row("gan1", "", "辣椒 粮 草 货 净 燥 旱 枯 果 面 菜 贝 锅 冷 冰 红 白 花 皮 涸 杯 瘪 洗 咳 渴 脆 湿 黄 酪"),
        _Row("gan4", "", "什么 活 得 完 了 过 部 警 事 掉 出 起 一 好 坏 大 这 那 吗 啥 仗 架 不"),
    ),
    "数": (
        _Row(
            "shu4",
            "",
            "次 十 百 千 万 亿 倍 年 月 周 天 日 小时 代 名 位 人 个 家 种 件 起 度 轮 场 支 座 艘 条 所 项 国 省 市",
        ),
        _Row("shu3", "", "一数 到 完 清 不清 着 了 得 数"),
    ),
    "切": (_Row("qie1", "", "开 成 片 块 丝 断 除 掉 割 入 为 菜 肉 碎 去 下 走 换 了 好 蛋糕 丁 段"),),
    "划": (_Row("hua2", "桨"), _Row("hua2", "", "船 桨 水 拳 算 破 过 伤 开 着 艇 龙舟 行 痕")),
    "还": (_Row("huan2", "", "钱 债 款 清 给 书 贷 礼 本 息 了 乡 愿 俗 手 账 价 击 魂"),),
    "背": (_Row("bei1", "", "着包 着书包 着背包 着孩子 着行囊 着行李 着债 着锅 起 负"),),
    "率": (
        _Row("shuai4", "", "队 团 军 兵 部 众 领 先 代表团 员 师 其 大军 舰队 三军"),
        _Row("lv4", "", "为 达 是 高 低 上升 下降 从 约 仅 的 和 ， 。 、 及 与 较 也 不 只"),
    ),
    "削": (_Row("xiao1", "", "皮 苹果 铅笔 果 面 尖"),),
    "挑": (_Row("tiao1", "", "水 担 夫 粪 柴 重担"),),
    "转": (_Row("zhuan4", "", "圈 悠 了一圈 了两圈 个不停 盘 椅"),),
    "蒙": (
        _Row("meng1", "搞 打 吓 整 弄 问 听"),
        _Row("meng3", "内 外 中 满 汉 豫"),
        _Row("meng3", "", "汉 藏 语 古 族 文 军 医 牛 满"),
        _Row("meng2", "", "着 上 住 蔽 难 冤 受"),
    ),
    "晕": (_Row("yun4", "日 月 光 红"), _Row("yun4", "", "车 船 机 针 轮 染")),
    "缝": (
        _Row("feng4", "地 门 石 裂 墙 指 牙 夹 砖 岩 错 板 骨 窗 接 条"),
        _Row("feng4", "", "隙"),
        _Row("feng2", "", "补 制 合 纫 衣 了 着 好 上 针 在"),
    ),
    "冠": (
        _Row("guan4", "", "以 名 军 绝 于 上了"),
        _Row("guan1", "王 皇 铁 花 鸡 树 衣 桂 凤 羽 头 肉 牙 弹 加 戴 戴上 玄 免"),
        _Row("guan1", "", "帽 冕 盖 饰 服 状"),
    ),
    "丧": (
        _Row("sang1", "治 国 吊 居 奔 发 服 守 出 送 报 举"),
        _Row("sang1", "", "事 礼 葬 仪 家 服 钟 期 日"),
        _Row("sang4", "", "失 命 生 气 偶 权 志"),
    ),
    "奔": (_Row("ben4", "直 投 径"), _Row("ben1", "", "向 走 跑 赴 波 忙 放 驰 腾")),
    "磨": (_Row("mo4", "石 水 推 拉 电 钢 碾"), _Row("mo4", "", "坊 盘 面 豆 房 粉")),
    "处": (
        _Row("chu4", "# 各 多 每 某 何 到 别 此 用 好 坏 远 近 高 低 深 长 暗 明 该 出 办事 住 去 益 难 短 同"),
        _Row("chu3", "", "于 在 理 以 罚 分 境 决 死 刑 置"),
    ),
    "宿": (_Row("xiu3", "一 两 半 整"),),
    "禁": (_Row("jin1", "", "得住 得起 不住 不起"),),
    "曲": (_Row("qu1", "弯 扭 卷 歪 屈"), _Row("qu1", "", "线 折 面 率 轴 解 直 柄 角")),
    "系": (_Row("ji4", "", "着 上 好 紧 安全带 鞋带 领带 红领巾"),),
    "镐": (_Row("gao3", "斧 铁 角 洋 手 尖 电 风"), _Row("gao3", "", "头 尖 柄 把 地")),
    "咽": (_Row("yan4", "", "下 了 不 口 唾 气 得 喉咙里"),),
    "吐": (_Row("tu4", "呕 狂"), _Row("tu4", "", "血 泻 了一地")),
}

CHARACTERS = frozenset(_ROWS)


def reading(char: str, before: str, behind: str) -> str | None:
    """Return the reading of ``char`` between the text ``before`` and ``behind`` it, None where nothing tells."""
    for row in _ROWS.get(char, ()):
        if _meets(row.before, before, False) and _meets(row.behind, behind, True):
            return row.reading
    return None


def _meets(asked: str, text: str, behind: bool) -> bool:
    if not asked:
        return True
    words, number = _asked(asked)
    if number and text and text[0 if behind else -1] in NUMERALS:
        return True
    return text.startswith(words) if behind else text.endswith(words)


@functools.cache
def _asked(asked: str) -> tuple[tuple[str, ...], bool]:
    words = asked.split()
    return tuple(one for one in words if one != _NUMBER), _NUMBER in words
