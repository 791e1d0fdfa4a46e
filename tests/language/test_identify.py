from __future__ import annotations

import pytest

from credcheck.language.identify import identified, identify
from credcheck.settings import Settings
from credcheck.types import Document, Source


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The harbour board will meet again on Tuesday to settle the question of the ferry."),
        ("fr", "Le conseil du port se réunira mardi pour régler la question du bac avec la ville."),
        ("de", "Der Hafenrat tagt am Dienstag noch einmal, um über die Fähre zu entscheiden."),
        ("es", "La junta del puerto se reúne otra vez el martes para decidir sobre el barco."),
        ("pt", "A junta do porto reúne-se outra vez na terça-feira para decidir sobre a balsa."),
        ("it", "Il consiglio del porto si riunisce di nuovo martedì per decidere sul traghetto."),
        ("nl", "De havenraad komt dinsdag weer bij elkaar om over het veer te beslissen."),
        ("sv", "Hamnstyrelsen ska träffas igen på tisdag för att besluta om färjan."),
        ("fi", "Satamalautakunta kokoontuu tiistaina, mutta se ei ole vielä päättänyt lautasta."),
        ("pl", "Zarząd portu spotka się we wtorek, aby rozstrzygnąć, czy prom będzie kursował."),
        ("tr", "Liman kurulu feribot için salı günü bir kez daha toplanacak ve karar verecek."),
        ("id", "Dewan pelabuhan akan bertemu lagi pada hari Selasa untuk membahas kapal itu."),
        ("sw", "Bodi ya bandari itakutana tena siku ya Jumanne kwa ajili ya suala la kivuko."),
        ("ru", "Совет порта соберётся во вторник, чтобы решить, что делать с паромом."),
        ("uk", "Рада порту збереться у вівторок, щоб вирішити, що робити з поромом."),
        ("ar", "يجتمع مجلس الميناء يوم الثلاثاء من أجل البت في قضية العبارة."),
        ("fa", "هیئت بندر سه‌شنبه برای تصمیم درباره کشتی دوباره تشکیل جلسه می دهد."),
        ("ur", "بندرگاہ کا بورڈ منگل کو کشتی کے معاملے پر دوبارہ اجلاس کرے گا۔"),
        ("hi", "बंदरगाह का बोर्ड मंगलवार को नाव के मामले पर फिर बैठक करेगा।"),
        ("bn", "বন্দর বোর্ড মঙ্গলবার আবার বৈঠকে বসবে।"),
        ("el", "Το συμβούλιο του λιμανιού συνεδριάζει πάλι την Τρίτη."),
        ("he", "מועצת הנמל תתכנס שוב ביום שלישי."),
        ("ja", "港の委員会は火曜日に再び開かれる予定です。"),
        ("zh", "港口委员会将于星期二再次开会。"),
        ("ko", "항만 위원회는 화요일에 다시 열린다."),
        ("th", "คณะกรรมการท่าเรือจะประชุมอีกครั้งในวันอังคาร"),
    ],
)
def test_tells_languages_apart(language: str, text: str) -> None:
    assert identify(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Police find stolen car",
        "Leave a Reply",
        "Theharbourboardwillmeetagain on Tuesday andsettlethequestion of the ferry .Nobody knows.",
        "The cafÃ© owner said the â€œsoupâ€\x9d was never on the menu.",
        "The word façade comes from French, as does déjà vu, the teacher told us.",
        "Thegovernmenthas announcednew taxesonfuel.",
        "Councilvotes toclose twoschools inApril.",
        "Engineers hopethatthebridgewillbeopenedbeforetheendofthesummer.",
        "Teachersissue strikenotice overmedical cover",
        "Islamabad – Foreign Minister Tariq Mahmood Qureshi met Amir Khan Durrani in Kabul.",
    ],
)
def test_damaged_and_short_english_is_still_english(text: str) -> None:
    assert identify(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Wasserstoffwirtschaft Investitionsprogramm beschlossen",
        "Gemeenteraadsverkiezingen Amsterdam vertraagd",
        "Formazione professionale: nuove informazioni importanti",
        "Ministerio informa restricciones sanitarias",
        "Manifestations importantes: transports perturbés demain",
        "Kementerian Pendidikan mengumumkan penerimaan mahasiswa baru",
        "Valtioneuvosto hyväksyi ympäristölupamenettelyn uudistuksen",
        "Ministerstwo Zdrowia ogłosiło harmonogram szczepień",
        "Formidable restaurant parisien transforme parking",
        "secondo andare manera muchas partido",
    ],
)
def test_other_languages_are_not_glued_english(text: str) -> None:
    assert identify(text) != "en"


@pytest.mark.parametrize("text", ["", " \n\n", "12 34 56", "***", "Karachi Lahore Multan Quetta"])
def test_says_when_nothing_tells(text: str) -> None:
    assert identify(text) == "und"


def test_a_foreign_quotation_does_not_turn_an_article() -> None:
    said = "He answered in French: «Je ne sais pas où est la clé de la maison.»"
    assert identify(f"{said} The door was opened by a neighbour who had another key.") == "en"


def test_the_language_asked_for_wins() -> None:
    document = Document("a", Source("a"), "Der Hafenrat tagt.", "Der Hafenrat tagt.")
    assert identified(document, Settings()).language == "de"
    assert identified(document, Settings(language="en")).language == "en"
