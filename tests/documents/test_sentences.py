"""Where sentences end, language by language. ``|`` marks the ends that are expected."""

from __future__ import annotations

import pytest

from documents.segmentation import Segmentation

ENGLISH = [
    # titles, initials, abbreviations
    "Mr. Alder met Dr. J. R. Finch on Main St. near the pier.|They spoke.",
    "Prof. Lane teaches at St. Olave. |She is kind.",
    "Ask A. B. Crane, Jr. about it.|He knows.",
    "It was made by Harrow Inc. of Leeds.|It was made by Harrow Inc.|The rest is lost.",
    "The U.S. Senate sat late.|They left the U.S.|It was over.",
    "See e.g. Fig. 3, vol. 2 and pp. 4 ff. for more.|No. 5 is missing.",
    "She said no.|Nobody asked why.",
    "Bring pens, paper, etc.|Everybody writes.",
    "Weld et al. 2010 found nothing.|Case Weld v. Marsh went on.",
    # times and dates
    "At 5 p.m. Monday they closed.|It was 6 a.m.|The sun rose.",
    "He came on Sept. 3, on Oct. 4 and on Jan. 5.|Then he left.",
    # numbers
    "It rose by 3.5 per cent, to 1.024.50 in all.|Version 2.0.1 is out.",
    "He was born in 1999.|Now he is grown.",
    # quotations
    '"Why?" Marrow asked.|"Nobody knows," he said.|"Go!" she cried.',
    '"It is late."|She rose.',
    "“We agreed.|They hinder aid.”|That was all.",
    "‘Stop!’ he cried.|He did not stop.",
    # brackets, footnotes, omissions
    "He left (quickly!) again.|(She stayed.|They slept.)|Done.",
    "It was odd.[12]|Even so.4|Even this.¹|The end.",
    "He said so. [...]|Then he left.",
    "I thought ... well, nothing.|We never knew....|She left.",
    # web and file names
    "Write to a.b@example.org or see https://example.org/a.b?c=d.|It helps.",
    "Open sidelight.toml or notes.tar.gz first.|Read www.example.org too.",
    "It is great :-)|You should come!!!|i will too.|it starts at nine.",
    "She works at Yahoo! in the cellar.|Really?|Yes!",
    # lists in a line
    "1) Wash it|2) Dry it|3) Fold it",
    "1. Wash it.|2. Dry it.",
    "A. B. Crane and C. D. Finch wrote to Henry V.|He knew them.",
    "Chapter 2. is short, and 3. is long.",
]
GERMAN = [
    "Am 3. Oktober 1990 kam Dr. Moll nach Köln.|Er blieb bis zum 5. Mai.",
    "Im 19. Jahrhundert war das z. B. so, d. h. anders als heute.|Es gab ca. 20 Mio. Menschen.",
    "1. Mai und 2. Juni sind frei.|Das weiß Max.|Danach ist Schluss.",
    "Das ist der 2. Versuch.|Er kam auf Platz 3.|Danach war Schluss.",
    "„Warum?“, fragte sie.|„Darum.“|Er ging.",
    "»Komm!« rief er.|Siehe Abb. 4 und Nr. 5, bzw. den Anhang usw.|Die Firma gibt es noch.",
]
FRENCH = [
    "M. Blanc et Mme Noir sont là.|Ils mangent.",
    "« Pourquoi ? » demanda-t-il.|« Parce que. »|Il sourit.",
    "Il a dit : « Bonjour ! »|Elle est partie vers 50 av. J.-C. à Rome.|Voir p. 5 et art. 12.",
    "Quelle heure est-il ?|Trop tard !|C'est tout.",
]
SPANISH = [
    "¿Por qué?|¡Nadie lo sabe!|El Sr. Ruiz y la Dra. Gil viven en EE. UU. desde 1990.",
    "Llegó Ud. tarde.|—¿Quién es? —preguntó ella.|No hubo respuesta…|Nada.",
]
RUSSIAN = [
    "В 1904 г. Орлов жил на ул. Садовая, д. 5, в г. Тула.|Он писал.",
    "Это было в 1920 г.|Потом были книги, письма и т. д.|Затем А. С. Белов уехал, т. е. исчез.",
    "«Почему?» — спросил он.|Ответа не было…|Цена 5 тыс. руб. за шт.|Это много.",
    "Площадь 20 га.|Дом старый.",
]
UKRAINIAN = [
    "У 1991 р. Україна стала вільною.|Це сталося на вул. Банковій.|Дякую!|Що далі?",
    "Площа до 2 га.|Законопроект готовий, і т. д.|Дякую.",
]
ARABIC = ["وصل د. سالم أمس.|هل تعرفه؟|نعم، أعرفه.|بلغ السعر 3.5 دولار."]
HINDI = ['डॉ. राव आए।|क्या वे रुकेंगे?|हाँ।|"ठीक है।"|ए. बी. शर्मा बोले।|वे गए।']
URDU = ["یہ کتاب ہے۔|وہ کہاں ہے؟|معلوم نہیں۔"]
CHINESE = [
    "他来了。|她问：“为什么？”|天黑了！|价格是3.5元。|“我不去。”她说。|（真的。）|完了。",
    "「好。」|他走了……没有人知道。",
]
JAPANESE = [
    "今日は晴れ。|「行こう。」と彼は言った。|本当か？|はい！|バージョン2.0です。",
    "そうなの?|はい!|彼は（笑顔で。）|帰った。",
]
OTHER = ["Ի՞նչ է սա։|Սա գիրք է։", "ይህ ምንድን ነው።|መጽሐፍ ነው።", "នេះជាសៀវភៅ។|វាល្អ។"]


@pytest.mark.parametrize(
    "marked",
    [
        *ENGLISH,
        *GERMAN,
        *FRENCH,
        *SPANISH,
        *RUSSIAN,
        *UKRAINIAN,
        *ARABIC,
        *HINDI,
        *URDU,
        *CHINESE,
        *JAPANESE,
        *OTHER,
    ],
)
def test_sentences_end_where_a_reader_would_end_them(marked: str) -> None:
    expected = [part.strip() for part in marked.split("|")]
    spaced = marked[0] < "\u3000" and not marked.startswith("នេះ")
    text = (" " if spaced else "").join(expected)
    assert [text[start:end] for start, end in Segmentation(text).sentences()] == expected


def test_a_hard_wrapped_sentence_stays_whole() -> None:
    text = "The lamp stood on the table by the window, and it gave\nlittle light. Nobody read\n"
    text += "by it, since the days were long and the evenings short."
    assert [text[a:b] for a, b in Segmentation(text).sentences()] == [
        "The lamp stood on the table by the window, and it gave\nlittle light.",
        "Nobody read\nby it, since the days were long and the evenings short.",
    ]


def test_a_sentence_may_begin_without_a_space_before_it() -> None:
    text = "The room was cold.The food was good...Nothing else at example.org/a.Then was."
    assert [text[a:b] for a, b in Segmentation(text).sentences()] == [
        "The room was cold.",
        "The food was good...",
        "Nothing else at example.org/a.Then was.",
    ]
