"""Who says what is found word for word, whatever the order of speaker, verb and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shandong_econ.lexicon.speech import speech_lists
from shandong_econ.model import Speaker, Statement
from shandong_econ.parsing.clean import clean
from shandong_econ.parsing.speech.statements import find_statements, speakers_of
from shandong_econ.parsing.speech.turns import turns
from shandong_econ.parsing.split import language_of, paragraphs

Found = tuple[str, tuple[str | None, str | None, str | None] | None, str]


def statements(text: str) -> list[Statement]:
    cleaned = clean(text)
    main = language_of(cleaned) or "en"
    found = [(start, end, language_of(cleaned[start:end]) or main) for start, end in paragraphs(cleaned)]
    return find_statements(text, cleaned, found, turns(cleaned, found))


def told(text: str) -> list[Found]:
    """Each statement as (kind, (name, role, organisation), words)."""
    return [
        (
            one.kind.value,
            (one.speaker.name, one.speaker.role, one.speaker.organisation) if one.speaker else None,
            one.text,
        )
        for one in statements(text)
    ]


# The speaker, as words have it. -------------------------------------------------------------------------------------

ENGLISH_SPEAKERS = {
    "Tian Wei, captain of Penglai Fishing Port,": ("Tian Wei", "captain", "Penglai Fishing Port"),
    "He Jing, 41, chief engineer of Tengda Valves Co., Ltd.,": ("He Jing", "chief engineer", "Tengda Valves Co., Ltd."),
    "Du Bin, Party Secretary of the Laizhou Municipal Committee,": (
        "Du Bin",
        "Party Secretary",
        "Laizhou Municipal Committee",
    ),
    "Qin Rui, an analyst with Zhongtai Securities,": ("Qin Rui", "analyst", "Zhongtai Securities"),
    "Lu Yao, Weihai's most successful diver,": ("Lu Yao", None, None),
    "Fan Li, the brewery's sales director,": ("Fan Li", "sales director", "the brewery"),
    "Deputy mayor Song Yi": ("Song Yi", "Deputy mayor", None),
    "The brewery's sales director, Fan Li,": ("Fan Li", "sales director", "The brewery"),
    "Its chief engineer, Fan Li,": ("Fan Li", "chief engineer", None),
    "The apple grower Cui Xia": ("Cui Xia", "apple grower", None),
    "GAC spokesman Lyu Daliang": ("Lyu Daliang", "spokesman", "GAC"),
    "Professor Meng Fei of Ludong University": ("Meng Fei", "Professor", "Ludong University"),
    "Mr. Jia Kun": ("Jia Kun", None, None),
    "Ji Yun (52), dean of Qilu Medical College (QMC),": ("Ji Yun", "dean", "Qilu Medical College"),
    "The person in charge of the shipyard": (None, "person in charge", "the shipyard"),
    "Officials from the commerce bureau": (None, "Officials", "the commerce bureau"),
    "The Dezhou Bureau of Statistics": (None, None, "Dezhou Bureau of Statistics"),
    "Rizhao Steel Group": (None, None, "Rizhao Steel Group"),
    "local authorities": (None, None, "local authorities"),
}

CHINESE_SPEAKERS = {
    "济南海关副关长韩松": ("韩松", "副关长", "济南海关"),
    "省发展改革委党组成员、副主任唐晓东": ("唐晓东", "党组成员、副主任", "省发展改革委"),
    "德州一家纺织企业负责人": (None, "负责人", "德州一家纺织企业"),
    "位于高密的盛泰公司总经理助理彭博": ("彭博", "总经理助理", "盛泰公司"),
    "果农崔玉兰": ("崔玉兰", "果农", None),
    "市长欧阳文静": ("欧阳文静", "市长", None),
    "李希书记": ("李希", "书记", None),
    "赵师傅": ("赵", "师傅", None),
    "三元朱村党支部书记、种粮大户郭亮": ("郭亮", "党支部书记、种粮大户", "三元朱村"),
    "业内人士": (None, "业内人士", None),
    "参加论坛的许多专家": (None, "专家", None),
    "市政府党组书记、港投公司总经理白岚": ("白岚", "总经理", "港投公司"),
    "烟台市统计局": (None, None, "烟台市统计局"),
    "“链主”企业青钢集团董事长田力": ("田力", "董事长", "“链主”企业青钢集团"),
}


@pytest.mark.parametrize(("words", "speaker"), ENGLISH_SPEAKERS.items())
def test_an_english_speaker_is_a_name_a_role_and_an_organisation(
    words: str, speaker: tuple[str | None, str | None, str | None]
) -> None:
    """What the words before a verb of saying tell of the speaker is known, and nothing else."""
    assert told(f"{words} said that orders were stable.") == [("reported", speaker, "orders were stable")]


@pytest.mark.parametrize(("words", "speaker"), CHINESE_SPEAKERS.items())
def test_a_chinese_speaker_is_an_organisation_a_role_and_a_name(
    words: str, speaker: tuple[str | None, str | None, str | None]
) -> None:
    """What the words before a verb of saying tell of the speaker is known, and nothing else."""
    assert told(f"{words}表示，订单保持稳定。") == [("reported", speaker, "订单保持稳定")]


@pytest.mark.parametrize(
    "text",
    [
        "孙磊近日表示，订单不愁。",
        "孙磊16日在济南举行的新闻发布会上表示，订单不愁。",
        "孙磊笑着告诉记者，订单不愁。",
        "孙磊接受记者采访时说，订单不愁。",
        "对此，孙磊向记者介绍，订单不愁。",
        "孙磊5月6日，在国新办发布会上介绍说，订单不愁。",
    ],
)
def test_when_and_how_somebody_speaks_is_no_part_of_the_name(text: str) -> None:
    """Times, places, hearers and manners between speaker and verb are passed over."""
    assert told(text) == [("reported", ("孙磊", None, None), "订单不愁")]


# Quotations. --------------------------------------------------------------------------------------------------------

QUOTED = {
    '"Costs fell by half," said Tian Wei, captain of the ship.': ["Costs fell by half,"],
    "“Costs fell by half.” said Tian Wei, captain of the ship, on Friday.": ["Costs fell by half."],
    'Tian Wei, captain of the ship, said: "Costs fell by half."': ["Costs fell by half."],
    '"Costs fell by half," Tian Wei, captain of the ship, told reporters.': ["Costs fell by half,"],
    '"Costs fell," explained Tian Wei, captain of the ship. "Sales rose to 3 tons."': [
        "Costs fell,",
        "Sales rose to 3 tons.",
    ],
    '"Costs fell," said Tian Wei, captain of the ship, "and sales rose to 3 tons."': [
        "Costs fell,",
        "and sales rose to 3 tons.",
    ],
    '"Costs fell by half," according to Tian Wei, captain of the ship.': ["Costs fell by half,"],
    "“船长田伟说了算。”船长田伟告诉记者。": ["船长田伟说了算。"],
    "船长田伟说：“成本降了一半。”": ["成本降了一半。"],
    "“成本降了一半，”船长田伟笑着说，“销量却涨到3吨。”": ["成本降了一半，", "销量却涨到3吨。"],
    "“成本降了一半。”船长田伟说。“今年还能再降。”": ["成本降了一半。", "今年还能再降。"],
    "船长田伟感慨道：「成本降了一半。」": ["成本降了一半。"],
}


@pytest.mark.parametrize(("text", "quotes"), QUOTED.items())
def test_a_quotation_is_the_words_between_the_marks(text: str, quotes: list[str]) -> None:
    """Each piece of a speaker's own words is a statement of its own, with the punctuation inside its marks."""
    english = text.isascii() or text.startswith("“C")
    speaker = ("Tian Wei", "captain", "the ship") if english else ("田伟", "船长", None)
    assert told(text) == [("quote", speaker, quote) for quote in quotes]


def test_a_quotation_may_stand_before_the_sentence_that_names_its_speaker() -> None:
    """Words in quotation marks belong to the speaker whose reported speech follows them at once."""
    text = "“We began with one boat.” Tian Wei, captain of the ship, introduced that the fleet has 40 now."
    speaker = ("Tian Wei", "captain", "the ship")
    assert told(text) == [("quote", speaker, "We began with one boat."), ("reported", speaker, "the fleet has 40 now")]


def test_nobody_is_made_up_for_words_of_a_person_who_is_not_named() -> None:
    """A quotation whose speaker cannot be known has none."""
    assert told('"We doubled our output," he said.') == [("quote", None, "We doubled our output,")]
    assert told("“过去靠天吃饭，如今靠的是科技。”") == [("quote", None, "过去靠天吃饭，如今靠的是科技。")]


BESIDE = {
    "“去年一年亏了三成多。”永安铸造总经理霍明记得，那时车间里只剩20人。": ("霍明", "总经理", "永安铸造"),
    "“去年一年亏了三成多。”坐在办公室里，永安铸造总经理霍明一句话概括。": ("霍明", "总经理", "永安铸造"),
    "渔民郭海的网箱有16口。“今年一口箱多收3000斤鱼。”": ("郭海", "渔民", None),
    "采购商苏亮订下1200辆车。“比别处便宜，还包贴牌。”他说。": ("苏亮", "采购商", None),
    "“去年一年亏了三成多。”技术员霍明拿起一只瓶子说。": ("霍明", "技术员", None),
    "“去年一年亏了三成多。”返乡大学生达瓦说。": ("达瓦", "返乡大学生", None),
    '"We lost a third." Standing by the furnace, Zhao Min, technical director of Bohai Forge, points at a screen.': (
        "Zhao Min",
        "technical director",
        "Bohai Forge",
    ),
    '"We lost a third." Li Na, deputy manager of the mill, makes no secret of it.': (
        "Li Na",
        "deputy manager",
        "the mill",
    ),
    'Wu Gang\'s orchard has 300 trees. "Last year we earned 80,000 yuan," he said.': ("Wu Gang", None, None),
    '"We sell to 40 countries," recalls Du Ping, 54, who founded the firm.': ("Du Ping", None, None),
}


@pytest.mark.parametrize(("text", "speaker"), BESIDE.items())
def test_whoever_is_named_beside_a_quotation_speaks_it(
    text: str, speaker: tuple[str | None, str | None, str | None]
) -> None:
    """Words that no verb of saying gives to anybody are those of the person after them, else of the one before."""
    assert [who for kind, who, _ in told(text) if kind == "quote"] == [speaker]


def test_a_pronoun_means_whom_the_text_named_last() -> None:
    """A person who was told of since somebody else spoke is the one whom "she" means."""
    text = "Tian Wei, captain of the ship, said that costs fell.\nLiu Fang's orchard grew. She said that pay rose."
    assert statements(text)[-1].speaker == Speaker("Liu Fang", None, None)


def test_a_speaker_may_be_told_of_at_length() -> None:
    """Of a person with a role, what else is told before the verb is no other speaker."""
    text = "Hu Rui, manager of Seabright Oils, one of the first companies in the zone, said that sales rose."
    assert told(text) == [("reported", ("Hu Rui", "manager", "Seabright Oils"), "sales rose")]


def test_a_pronoun_and_a_bare_name_mean_who_spoke_before() -> None:
    """Who "he" is, and what a name's bearer does, is known from an earlier sentence."""
    english = "Tian Wei, captain of the ship, said that costs fell. He said that sales rose. Tian said that pay rose."
    assert {one.speaker for one in statements(english)} == {Speaker("Tian Wei", "captain", "the ship")}
    chinese = "船长田伟说，成本降了。\n他说，销量涨了。\n田伟表示，工资涨了。"
    assert [one.speaker for one in statements(chinese)] == [Speaker("田伟", "船长", None)] * 3
    assert len(statements("船长田伟说，成本降了。\n港口繁忙。\n他说，销量涨了。")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The “four new” economy grew, and the number of “little giants” reached 300.",
        'The city is known as a "capital of ceramics," and its "green port" opened in May.',
        "“四新”经济投资增长16.8%，国家级“小巨人”企业达到678家。",
        "《山东省“十四五”规划》提出建设“齐鲁粮仓”，“蓝色粮仓”同步推进。",
        "会议的主题是“走在前、开新局”。",
    ],
)
def test_a_name_in_quotation_marks_is_no_statement(text: str) -> None:
    """Terms, names and titles in quotation marks are nobody's words."""
    assert told(text) == []


# Reported speech. ---------------------------------------------------------------------------------------------------

REPORTED = {
    "Song Yi, the mayor, said on Tuesday that output rose by 3 tons.": "output rose by 3 tons",
    "Song Yi, the mayor, noted in a statement that output rose by 3 tons.": "output rose by 3 tons",
    "Song Yi, the mayor, told reporters that output rose by 3 tons.": "output rose by 3 tons",
    "Song Yi, the mayor, said the port in the north handled 3 tons.": "the port in the north handled 3 tons",
    "Song Yi, the mayor, said the company has grown.": "the company has grown",
    "Song Yi, the mayor, said output rose by 3 tons; the port was busy.": "output rose by 3 tons; the port was busy",
    "Output rose by 3 tons, said Song Yi, the mayor.": "Output rose by 3 tons",
    "Output rose by 3 tons, Song Yi, the mayor, said Monday.": "Output rose by 3 tons",
    "QINGDAO, May 6 (Xinhua) -- Output rose by 3 tons, Song Yi, the mayor, said.": "Output rose by 3 tons",
}


@pytest.mark.parametrize(("text", "words"), REPORTED.items())
def test_english_reported_speech_is_the_clause_that_the_speaker_is_given(text: str, words: str) -> None:
    """The clause after "that", or before the speaker, goes to the end of its sentence without the full stop."""
    assert told(text) == [("reported", ("Song Yi", "mayor", None), words)]


def test_speech_is_taken_up_within_a_sentence() -> None:
    """What "adding that" brings in is a statement of the same speaker."""
    speaker = ("Song Yi", "mayor", None)
    assert told('"Sales rose," said Song Yi, the mayor, adding that stocks fell by 3 tons.') == [
        ("quote", speaker, "Sales rose,"),
        ("reported", speaker, "stocks fell by 3 tons"),
    ]
    assert told("Song Yi, the mayor, said that sales rose, noting that stocks fell.") == [
        ("reported", speaker, "sales rose"),
        ("reported", speaker, "stocks fell"),
    ]


SOURCES = {
    "In the first half, the municipal bureau of commerce said, exports rose.": (
        "the municipal bureau of commerce",
        "exports rose",
    ),
    "According to the municipal bureau of commerce, exports rose.": (
        "the municipal bureau of commerce",
        "exports rose",
    ),
    "According to data released by the Jining Customs, exports rose.": ("Jining Customs", "exports rose"),
    "Exports rose, according to Jining Customs statistics.": ("Jining Customs", "Exports rose"),
    "Data released by Jining Customs on Monday showed that exports rose.": ("Jining Customs", "exports rose"),
    "Exports rose in May, figures from the local statistics bureau show.": (
        "the local statistics bureau",
        "Exports rose in May",
    ),
    "Jining Customs statistics indicate exports rose.": ("Jining Customs", "exports rose"),
    "A report by the bureau of commerce revealed that exports rose.": ("the bureau of commerce", "exports rose"),
    "The reporter learned from the bureau of commerce that exports rose.": ("the bureau of commerce", "exports rose"),
    "据市商务局介绍，出口增长8%。": ("市商务局", "出口增长8%"),
    "据济宁海关最新统计，出口增长8%。": ("济宁海关", "出口增长8%"),
    "记者从济宁海关获悉，出口增长8%。": ("济宁海关", "出口增长8%"),
    "记者5月6日从济宁海关了解到，出口增长8%。": ("济宁海关", "出口增长8%"),
    "济宁海关今天发布的数据显示，出口增长8%。": ("济宁海关", "出口增长8%"),
    "国家统计局济宁调查队11日公布的数据表明,粮价上涨5%。": ("国家统计局济宁调查队", "粮价上涨5%"),
    "从市商务局发布的数据来看，零售额增长5%。": ("市商务局", "零售额增长5%"),
    "市农业农村局日前公布：小麦增产5%。": ("市农业农村局", "小麦增产5%"),
    "市农业农村局：小麦增产5%。": ("市农业农村局", "小麦增产5%"),
    "济宁海关最新统计，出口增长8%。": ("济宁海关", "出口增长8%"),
    "另据济宁海关统计，出口增长8%。": ("济宁海关", "出口增长8%"),
    "市商务局提供的数据是：出口增长8%。": ("市商务局", "出口增长8%"),
}


@pytest.mark.parametrize(("text", "told_by"), SOURCES.items())
def test_a_source_is_the_organisation_that_reports(text: str, told_by: tuple[str, str]) -> None:
    """What a sentence owes to an organisation's data or words is reported by that organisation."""
    assert told(text) == [("reported", (None, None, told_by[0]), told_by[1])]


def test_chinese_reported_speech_goes_to_the_end_of_the_sentence() -> None:
    """Speech after a comma or colon, and speech before the speaker, is a clause without its full stop."""
    speaker = ("宋毅", "市长", None)
    assert told("市长宋毅说，产量增长3吨；港口繁忙。其他城市持平。") == [("reported", speaker, "产量增长3吨；港口繁忙")]
    assert told("市长宋毅介绍：今年前五个月产量增长3吨。") == [("reported", speaker, "今年前五个月产量增长3吨")]
    assert told("今年前五个月产量增长3吨，市长宋毅表示。") == [("reported", speaker, "今年前五个月产量增长3吨")]
    assert told("“成本降了一半。”市长宋毅说，产量增长3吨。")[1] == ("reported", speaker, "产量增长3吨")


@pytest.mark.parametrize(
    "text",
    [
        "Sales of Li Auto rose, it noted. Sales of Li Auto said little.",
        "Data show that output rose by 3 tons, and added value grew.",
        "According to preliminary accounting, output rose by 3 tons.",
        "According to a work report delivered on Monday, output rose.",
        "The government introduced that policy in May.",
        "Industrial value added was 3 billion yuan, it is noted that prices fell.",
        "数据显示，出口增长8%。据统计，进口增长5%。据了解，顺差扩大。",
        "总的来说，出口保持增长。会议指出，要稳外贸。",
        "国家统计局介绍4月份宏观经济形势。",
        "负责人介绍了有关情况，企业发展小说产业。",
        "公司负责人介绍“十四五”发展成就。",
        "文章强调，要稳外贸。有人提出“走出去”。",
        "数据显示，港口增长5%。",
        "新型显示，增长5%。",
        "公司新产品发布，销量增长5%。",
        "从港口看，增长5%。",
        "产业布局：东部增长5%。",
        "据省里统计，出口增长8%。",
    ],
)
def test_nobody_speaks_where_no_speaker_is_named(text: str) -> None:
    """Data, accounts, meetings and figures of speech are no speakers."""
    assert told(text) == []


# What is expected and promised. -------------------------------------------------------------------------------------


def test_an_expectation_is_a_statement_beside_what_is_reported() -> None:
    """The clause that says what is expected is cut from what is reported, and has the same speaker."""
    english = ("Song Yi", "mayor", None)
    assert told("Song Yi, the mayor, said that exports rose, and sales are expected to reach 3 tons.") == [
        ("reported", english, "exports rose"),
        ("expectation", english, "sales are expected to reach 3 tons"),
    ]
    chinese = ("宋毅", "市长", None)
    assert told("市长宋毅说，出口增长8%，预计全年销量达3吨。") == [
        ("reported", chinese, "出口增长8%"),
        ("expectation", chinese, "预计全年销量达3吨"),
    ]
    assert told("市长宋毅说，出口增长8%，项目建成后，年销量有望达3吨。") == [
        ("reported", chinese, "出口增长8%"),
        ("expectation", chinese, "项目建成后，年销量有望达3吨"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Song Yi, the mayor, said the city will build 30 berths.", "the city will build 30 berths"),
        (
            "Next, the city will strive to build 30 berths, said Song Yi, the mayor.",
            "Next, the city will strive to build 30 berths",
        ),
        ("Song Yi, the mayor, said that trade is likely to pick up.", "trade is likely to pick up"),
        ("市长宋毅表示，下一步，青岛将新增泊位30个。", "下一步，青岛将新增泊位30个"),
        ("市长宋毅认为，外贸有望继续回暖。", "外贸有望继续回暖"),
        ("市长宋毅说，力争年底前新增泊位30个。", "力争年底前新增泊位30个"),
    ],
)
def test_a_promise_stays_an_expectation_when_it_is_reported(text: str, words: str) -> None:
    """Speech that is all about what is to come is one expectation."""
    speaker = ("Song Yi", "mayor", None) if text.isascii() else ("宋毅", "市长", None)
    assert told(text) == [("expectation", speaker, words)]


def test_an_outlook_in_the_next_sentence_is_still_the_speaker_s() -> None:
    """Speech goes on with sentences that look ahead, and ends with the first that tells of what is."""
    speaker = (None, None, "青钢集团")
    assert told("青钢集团介绍，上半年营收增长8%。全年产值有望突破30亿元。全市工业增长5%。") == [
        ("reported", speaker, "上半年营收增长8%"),
        ("expectation", speaker, "全年产值有望突破30亿元"),
    ]
    english = told("Song Yi, the mayor, said that exports rose. Sales are expected to rise. Imports fell by 3 tons.")
    assert [words for _, _, words in english] == ["exports rose", "Sales are expected to rise"]


def test_what_will_come_of_the_facts_is_reported_with_them() -> None:
    """A sentence that goes on with "will" is one with the report before it, up to the clause that is expected."""
    text = (
        "Song Yi, the mayor, introduced that the port was dredged. A new berth will take larger ships, "
        "and cargo is expected to grow. In May cargo rose by 3 tons."
    )
    assert [(kind, words) for kind, _, words in told(text)] == [
        ("reported", "the port was dredged. A new berth will take larger ships"),
        ("expectation", "cargo is expected to grow"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("By 2026 Zibo aims to host 30 fairs.", (None, None, "Zibo")),
        ("This year, the company plans to hire 30 people.", (None, None, "the company")),
        ("For the whole year the province expects to plant 30 trees.", (None, None, "the province")),
        ("淄博力争到2026年举办展会30场。", (None, None, "淄博")),
        ("今年，该公司计划招工30人。", (None, None, "该公司")),
        ("我省今年预计植树30万棵。", (None, None, "我省")),
        ("Looking ahead, trade is expected to recover.", None),
        ("展望下半年，外贸有望回暖。", None),
        ("下一步，将加快港口建设。", None),
    ],
)
def test_who_promises_in_a_report_is_its_speaker(text: str, speaker: tuple[None, None, str] | None) -> None:
    """A sentence in which an area or organisation promises, or that opens by looking ahead, is one expectation."""
    assert told(text) == [("expectation", speaker, text.rstrip(".。"))]


@pytest.mark.parametrize(
    "text",
    [
        "Steel output is expected to reach 3 million tons.",
        "Retail sales are planned to grow by 6 percent.",
        "全年粮食产量预计达到5500万吨。",
        "地区生产总值增长6%，力争投资增长7%。",
    ],
)
def test_a_figure_of_a_plan_alone_is_no_statement(text: str) -> None:
    """What is expected of a series, by nobody in particular, is a figure and no statement."""
    assert told(text) == []


# The whole. ---------------------------------------------------------------------------------------------------------


def test_a_figure_has_the_speaker_in_whose_words_it_stands() -> None:
    """The speaker of a place in a text is that of the statement there, and None beside it."""
    text = '"We sold 30 tons," said Song Yi, the mayor, who lives 20 km away. Sales rose 5%.'
    found = statements(text)
    beside = (0, text.index('," said') + 1, text.index("5%"), len(text))
    assert list(speakers_of(found, [text.index("30"), *beside])) == [Speaker("Song Yi", "mayor", None), *[None] * 4]
    assert list(speakers_of([], [0])) == [None]


def test_who_speaks_in_turn_in_a_talk_has_what_follows_the_name() -> None:
    """After a name and a colon that person speaks until the next, and no heading between is anybody's words."""
    who, asks = ("韩立群", "副局长", "泰安市统计局"), (None, "记者", "大众网")
    text = (
        "主持人 于小雨：\n大家好。\n泰安市统计局副局长 韩立群：\n工业增长5%。\n二、投资\n投资增长3%。\n"
        "大众网记者：出口怎么样？\n韩立群：出口增长2%。\n市政府新闻办新闻局 于小雨：谢谢。\n有关负责人：进口增长1%。"
    )
    assert told(text) == [
        ("quote", ("于小雨", "主持人", None), "大家好。"),
        ("quote", who, "工业增长5%。"),
        ("quote", who, "投资增长3%。"),
        ("quote", asks, "出口怎么样？"),
        ("quote", who, "出口增长2%。"),
        ("quote", ("于小雨", None, "市政府新闻办新闻局"), "谢谢。"),
        ("quote", (None, "有关负责人", None), "进口增长1%。"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "单位：亿元\n来源：统计局\n出口增长2%。",
        "省长高明：实干争先\n各位代表：\n出口增长2%。",
        "央视网消息（新闻联播）：出口增长2%。\n方法：投资增长3%。",
        "本报记者：李明\n来源：新华社\n出口增长2%。",
        "记者：李明\n作者：王强\n出口增长2%。",
    ],
)
def test_a_label_with_a_colon_is_nobody_s_turn(text: str) -> None:
    """Captions, headings, bylines and salutations with a colon begin no talk."""
    assert told(text) == []


def test_the_languages_know_the_same_lists_of_speech() -> None:
    """Both languages have the lists that rules of either ask for."""
    shared = {"verbs.source", "roles.words", "roles.modifiers", "outlook.expects", "outlook.wills", "outlook.opens"}
    shared |= {"outlook.promises", "outlook.promisers", "publisher.source", "date.markers", "byline.reporters"}
    for language in ("en", "zh"):
        assert shared <= set(speech_lists(language))


# fmt: off
PIECES = [
    "“", "”", '"', "「", "」", "(", ")", "，", "。", ".", ",", ": ", "：", "；", " ", "\n", "\u3000", "\u2028", "\x1f",
    "\ufffe", "\uffff", "said ", "said that ", "according to ", "told reporters ", "adding that ", "Li Gang",
    "manager of ", "the bureau", "aims to ", "Next, ", " will ", " is expected to ", ", and ", "Co., Ltd.",
    "Mr. ", "the ", "X", "ß", "İ", "\ud800", "说", "表示", "告诉记者", "据", "统计", "介绍", "总经理", "李明",
    "他", "山东", "力争", "预计", "下一步", "将会", "今年", "、", "的", "在", "时", "5月6日", "本报讯 ",
    "新华社电 ", "JINAN -- ", "5%", "３",
]
# fmt: on


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join))
def test_any_text_has_statements_that_cut_their_words(text: str) -> None:
    """Statements stand in order, do not overlap, are not empty, and say what their spans cut out of the text."""
    at = 0
    for statement in statements(text):
        assert statement.span is not None
        assert at <= statement.span.start < statement.span.end <= len(text)
        assert statement.span.cut(text) == statement.text == statement.text.strip()
        at = statement.span.end


@given(st.lists(st.sampled_from([*ENGLISH_SPEAKERS]), min_size=1, max_size=4))
def test_paragraphs_do_not_disturb_each_other(speakers: list[str]) -> None:
    """Each of several paragraphs that name their speakers has the statements that it has alone."""
    lines = [f"{speaker} said that orders were stable." for speaker in speakers]
    assert told("\n".join(lines)) == [one for line in lines for one in told(line)]
