"""Texts without a mark of their encoding are read right, down to one or two lines."""

from __future__ import annotations

import pytest

from documents.decoding import UndecodableBytes, decode
from documents.detection import SAMPLE

TEXTS = {
    "Russian": (
        "Министр заявил, что переговоры пройдут в среду.\n"
        "По словам чиновников, решение ещё не принято; «ждать осталось недолго», — добави"
        "л он.\n"
        "В прошлом году завод выпустил 12 тысяч деталей, но большую часть пришлось вернут"
        "ь поставщику. Жители посёлка жалуются на шум и пыль, а дорога к школе закрыта уж"
        "е третий месяц. Юристы считают, что жалоба будет рассмотрена не раньше осени. Съ"
        "езд объявил перерыв до пятницы.\n"
    ),
    "Ukrainian": (
        "Міністр заявив, що переговори відбудуться в середу.\n"
        "За словами посадовців, рішення ще не ухвалено; «чекати лишилося недовго», — дода"
        "в він.\n"
        "Торік завод виготовив 12 тисяч деталей, але більшу частину довелося повернути. М"
        "ешканці селища скаржаться на шум і пил, а дорога до школи закрита вже третій міс"
        "яць. Їхній ґанок і досі стоїть під дощем. Юристи вважають, що скаргу розглянуть "
        "не раніше осені.\n"
    ),
    "Bulgarian": (
        "Министърът заяви, че преговорите ще продължат в сряда.\n"
        "„Нямаме никакви съмнения“, добави той, преди да напусне сградата.\n"
        "Миналата година заводът произведе дванадесет хиляди части, но повечето бяха върн"
        "ати. Жителите се оплакват от шума и праха. Пътят към училището е затворен от три"
        " месеца.\n"
    ),
    "German": (
        "Der Minister erklärte, die Gespräche würden am Mittwoch fortgesetzt.\n"
        "„Wir müssen prüfen, ob die Zahlen stimmen“, sagte er – und verließ das Gebäude.\n"
        "Über die Höhe der Zuschüsse wurde nicht gesprochen. Die Straße bleibt für Fußgän"
        "ger gesperrt, bis die Brücke geöffnet wird. Anwohner ärgern sich über Lärm und S"
        "chmutz. Der Bürgermeister kündigte an, künftig regelmäßig zu berichten.\n"
    ),
    "French": (
        "Le ministre a déclaré que les négociations reprendraient mercredi.\n"
        "« Nous n’avons rien reçu », a-t-il précisé, avant de quitter l’hôtel où il était"
        " arrivé la veille.\n"
        "Les élèves de l’école voisine ont dû être évacués à cause d’une fuite. La mairie"
        " espère que tout sera réglé d’ici août. Ça n’a pas empêché les commerçants d’ouv"
        "rir. Le cœur du problème, c’est le coût des travaux.\n"
    ),
    "Spanish": (
        "El ministro declaró que las negociaciones seguirán el miércoles.\n"
        "«¿Quién firmó el acuerdo?», preguntó la señora Núñez mientras salía del edificio"
        ".\n"
        "El año pasado la fábrica produjo doce mil piezas, pero casi todas volvieron. Tam"
        "bién los niños tendrán que esperar hasta el otoño. Según los vecinos, la situaci"
        "ón es difícil.\n"
    ),
    "English": (
        "The minister said the talks would resume on Wednesday.\n"
        "“We have no doubt,” he added – and left the building.\n"
        "Last year the factory made twelve thousand parts, but most were returned. The ca"
        "fé’s owner paid £40 for the sign. It’s been closed for three months…\n"
    ),
    "Swedish": (
        "Ministern sade att förhandlingarna fortsätter på onsdag.\n"
        "”Vi har inga tvivel”, tillade han och lämnade byggnaden.\n"
        "Förra året tillverkade fabriken tolv tusen delar, men de flesta skickades tillba"
        "ka. Vägen till skolan är stängd sedan tre månader. Även åldringar väntar på höst"
        "en.\n"
    ),
    "Polish": (
        "Minister oświadczył, że rozmowy odbędą się w środę.\n"
        "„Nie mamy żadnych wątpliwości” – dodał, zanim wyszedł z gmachu sejmu.\n"
        "W zeszłym roku fabryka wyprodukowała dwanaście tysięcy części, ale większość trz"
        "eba było zwrócić. Mieszkańcy skarżą się na hałas i pył. Droga do szkoły jest zam"
        "knięta już trzeci miesiąc. Prawnicy sądzą, że skarga zostanie rozpatrzona dopier"
        "o jesienią.\n"
    ),
    "Czech": (
        "Ministr prohlásil, že jednání budou pokračovat ve středu.\n"
        "„Nemáme žádné pochybnosti,“ dodal, než odešel z budovy.\n"
        "Loni továrna vyrobila dvanáct tisíc dílů, ale většinu bylo třeba vrátit. Obyvate"
        "lé si stěžují na hluk a prach. Cesta ke škole je uzavřena už třetí měsíc. Příští"
        " týden se sejdou právníci a účetní, aby přezkoumali řadu smluv.\n"
    ),
    "Hungarian": (
        "A miniszter közölte, hogy a tárgyalások szerdán folytatódnak.\n"
        "„Nincs kétségünk afelől, hogy a döntés jó” – tette hozzá, mielőtt elhagyta az ép"
        "ületet.\n"
        "Tavaly a gyár tizenkétezer alkatrészt készített, de a többségét vissza kellett k"
        "üldeni. A lakók a zajra és a porra panaszkodnak. Az iskolához vezető út három hó"
        "napja zárva van. Őszig nem várható új ítélet, és a gyűlés is elmarad.\n"
    ),
    "Greek": (
        "Ο υπουργός δήλωσε ότι οι συνομιλίες θα συνεχιστούν την Τετάρτη.\n"
        "«Δεν έχουμε καμία αμφιβολία», πρόσθεσε πριν φύγει από το κτίριο.\n"
        "Πέρυσι το εργοστάσιο έφτιαξε δώδεκα χιλιάδες κομμάτια, αλλά τα περισσότερα επιστ"
        "ράφηκαν. Οι κάτοικοι παραπονιούνται για τον θόρυβο και τη σκόνη. Ο δρόμος προς τ"
        "ο σχολείο είναι κλειστός εδώ και τρεις μήνες. Έτσι, όλοι περιμένουν το φθινόπωρο"
        ".\n"
    ),
    "Turkish": (
        "Bakan, görüşmelerin çarşamba günü süreceğini açıkladı.\n"
        "“Hiçbir kuşkumuz yok” dedi ve binadan ayrıldı.\n"
        "Geçen yıl fabrika on iki bin parça üretti, ancak çoğu geri gönderildi. Köylüler "
        "gürültüden ve tozdan şikâyet ediyor. Okula giden yol üç aydır kapalı. İğdır’da y"
        "ağış sürüyor; avukatlar dilekçenin sonbahardan önce görüşülmeyeceğini düşünüyor.\n"
    ),
    "Arabic": (
        "أعلن الوزير أن المحادثات ستستأنف يوم الأربعاء.\n"
        "وقال «ليس لدينا أي شك» قبل أن يغادر المبنى.\n"
        "في العام الماضي أنتج المصنع اثني عشر ألف قطعة، لكن معظمها أعيد إلى المورد. ويشتك"
        "ي السكان من الضجيج والغبار. والطريق إلى المدرسة مغلق منذ ثلاثة أشهر. هل ستنتهي ا"
        "لأزمة في الخريف؟\n"
    ),
    "Hebrew": (
        "השר הודיע כי השיחות יימשכו ביום רביעי.\n"
        '"אין לנו שום ספק", הוסיף לפני שעזב את הבניין.\n'
        "בשנה שעברה ייצר המפעל שנים עשר אלף חלקים, אך רובם הוחזרו לספק. התושבים מתלוננים "
        "על הרעש ועל האבק. הדרך לבית הספר סגורה זה שלושה חודשים. עורכי הדין סבורים שהתלונ"
        "ה לא תידון לפני הסתיו.\n"
    ),
    "Chinese, simplified": (
        "部长表示，谈判将于星期三继续进行。\n"
        "“我们没有任何疑问，”他补充说，随后离开了大楼。\n"
        "去年工厂生产了一万二千个零件，但大部分都被退回。居民抱怨噪音和灰尘太大。"
        "通往学校的道路已经关闭三个月了。律师们认为，投诉要到秋天才会得到处理。\n"
    ),
    "Chinese, traditional": (
        "部長表示，談判將於星期三繼續進行。\n"
        "「我們沒有任何疑問，」他補充說，隨後離開了大樓。\n"
        "去年工廠生產了一萬二千個零件，但大部分都被退回。居民抱怨噪音和灰塵太大。"
        "通往學校的道路已經關閉三個月了。律師們認為，投訴要到秋天才會得到處理。\n"
    ),
    "Japanese": (
        "大臣は、協議は水曜日に再開されると述べた。\n"
        "「私たちには何の疑いもありません」と付け加え、建物を後にした。\n"
        "昨年、工場は一万二千個の部品を作ったが、そのほとんどが返品された。住民は"
        "騒音とほこりに苦情を言っている。学校へ向かう道路は三か月前から閉鎖された"
        "ままだ。カタカナ"
        "のテストも少しだけ入れておく。\n"
    ),
    "Korean": (
        "장관은 회담이 수요일에 계속될 것이라고 밝혔다.\n"
        "“우리는 아무런 의심도 없습니다”라고 그는 덧붙이고 건물을 떠났다.\n"
        "작년에 공장은 만 이천 개의 부품을 만들었지만 대부분 반품되었다."
        " 주민들은 소음과 먼지에 대해 불평하고 있다. 학교로 가는 길은 "
        "석 달째 막혀 "
        "있다. 변호사들은 가을이 되어야 진정이 처리될 것으로 본다.\n"
    ),
}

WRITTEN_IN = {
    "Russian": ("cp1251", "koi8-r", "iso8859-5", "cp866"),
    "Ukrainian": ("cp1251", "koi8-u"),
    "Bulgarian": ("cp1251",),
    "German": ("cp1252", "iso8859-1", "iso8859-15"),
    "French": ("cp1252", "iso8859-1", "iso8859-15"),
    "Spanish": ("cp1252", "iso8859-1"),
    "English": ("cp1252",),
    "Swedish": ("cp1252", "iso8859-1"),
    "Polish": ("cp1250", "iso8859-2"),
    "Czech": ("cp1250", "iso8859-2"),
    "Hungarian": ("cp1250", "iso8859-2"),
    "Greek": ("cp1253", "iso8859-7"),
    "Turkish": ("cp1254", "iso8859-9"),
    "Arabic": ("cp1256",),
    "Hebrew": ("cp1255",),
    "Chinese, simplified": ("gb18030", "gb2312"),
    "Chinese, traditional": ("big5",),
    "Japanese": ("shift_jis", "euc_jp"),
    "Korean": ("euc_kr",),
}
CASES = [(language, codec) for language, codecs in WRITTEN_IN.items() for codec in codecs]
# What a writer types whose encoding has no such characters.
PLAIN_MARKS = str.maketrans(dict.fromkeys("“”„«»", '"') | {"’": "'", "–": "-", "—": "-"})
PLAIN_MARKS |= str.maketrans({"…": "...", "œ": "oe"})


def written(text: str, codec: str) -> tuple[str, bytes]:
    """The text as it can be written in ``codec``, and its bytes."""
    try:
        return text, text.encode(codec)
    except UnicodeEncodeError:
        text = text.translate(PLAIN_MARKS)
        return text, text.encode(codec)


@pytest.mark.parametrize(("language", "codec"), CASES)
def test_a_text_of_several_lines_is_read_right(language: str, codec: str) -> None:
    text, data = written(TEXTS[language], codec)
    assert decode(data).text == text


@pytest.mark.parametrize(("language", "codec"), CASES)
def test_two_lines_are_enough(language: str, codec: str) -> None:
    text, data = written("".join(TEXTS[language].splitlines(keepends=True)[:2]), codec)
    assert decode(data).text == text


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("language", TEXTS)
def test_wide_encodings_need_no_mark(language: str, codec: str) -> None:
    text = TEXTS[language]
    assert decode(text.encode(codec)) == (text, codec)
    first = text.splitlines(keepends=True)[0]
    assert decode(first.encode(codec)) == (first, codec)


@pytest.mark.parametrize("codec", ["utf-16-le", "gb18030", "shift_jis", "big5", "cp1251"])
def test_a_text_larger_than_the_sample_is_read_whole(codec: str) -> None:
    language = {"shift_jis": "Japanese", "big5": "Chinese, traditional", "cp1251": "Russian"}
    text = TEXTS[language.get(codec, "Chinese, simplified")]
    text *= 2 * SAMPLE // len(text) + 1
    assert decode(text.encode(codec)).text == text


def test_the_first_accent_may_come_late() -> None:
    text = "Nothing but plain letters here.\n" * 5000 + TEXTS["Russian"]
    assert decode(text.encode("cp1251")) == (text, "cp1251")


def test_one_endless_line_is_no_hindrance() -> None:
    text = TEXTS["Japanese"].replace("\n", "") * 2000
    assert decode(text.encode("shift_jis")).text == text


@pytest.mark.parametrize(
    ("codec", "recorded"), [("iso8859-1", "cp1252"), ("iso8859-15", "cp1252"), ("ascii", "utf-8")]
)
def test_of_equals_the_superset_is_recorded(codec: str, recorded: str) -> None:
    text = "Über die Höhe der Zuschüsse wurde nicht gesprochen.\n"
    text = text if codec != "ascii" else "Nothing was said of the grants.\n"
    assert decode(text.encode(codec)) == (text, recorded)


def test_a_euro_sign_tells_latin_9_from_latin_1() -> None:
    text = (
        TEXTS["French"].translate(PLAIN_MARKS) + "Le cœur des travaux coûte 1 200 € à la ville.\n"
    )
    data = text.encode("iso8859-15")
    assert decode(data).text == text


def test_noise_is_no_text() -> None:
    with pytest.raises(UndecodableBytes, match="not a text"):
        decode(bytes(range(256)) * 4)
