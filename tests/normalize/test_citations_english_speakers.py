"""Who speaks in English texts: sentences of our own, with who is cited and who is not."""

import pytest

from tests.normalize.test_citations import read

CITED = [
    ("The Guardian said that Ann Example disputed it, quoting her as saying: “It is late.”", "Ann Example", "speaker", "Ann Example"),
    ("The minister added over 500 people were hurt.", "minister", "speaker", "minister"),
    ("Shell and Samplax states that it rains.", "Shell and Samplax", "immediate", "Shell and Samplax"),
    ("Ann Example runs a shop in Loma. When Friday came, she said it was late.", "Ann Example", "speaker", "Ann Example"),
    # the words of the source, its role, its name
    # people in the plural, in the present
    ("Experts warn that it rains.", "Experts", "speaker", "experts"),
    ("Detectives believe the man fled on foot.", "Detectives", "speaker", "detectives"),
    ("Critics of the plan argue it rains too much.", "Critics of the plan", "speaker", "Critics of the plan"),
    ("Police suspect a gang from Loma.", "Police", "immediate", "police"),
    ("Most chefs agree that it rains.", "Most chefs", "speaker", "Most chefs"),
    # what somebody thinks, as a clause
    ("Sampleco believes it can save a billion.", "Sampleco", "immediate", "Sampleco"),
    ("Ann Example thinks the plan will fail.", "Ann Example", "speaker", "Ann Example"),
    ("Ann Example hopes that it rains.", "Ann Example", "speaker", "Ann Example"),
    ("The Loma Agency estimated supply would grow.", "Loma Agency", "immediate", "Loma Agency"),
    # verbs that only a quotation makes verbs of saying
    ("“It rains,” Ann Example laughed.", "Ann Example", "speaker", "Ann Example"),
    ("“It rains,” sighed Ann Example.", "Ann Example", "speaker", "Ann Example"),
    ("Ann Example agreed: “It rains.”", "Ann Example", "speaker", "Ann Example"),
    # speakers who are joined
    ("President Ann Example and Premier Bob Sample said it rains.", "President Ann Example", "speaker", "Ann Example"),
    ("President Ann Example and Premier Bob Sample said it rains.", "Premier Bob Sample", "speaker", "Bob Sample"),
    ("“It rains,” said Ann Example and Bob Sample.", "Bob Sample", "speaker", "Bob Sample"),
    ("Boeing and Qantas said it rains.", "Boeing", "immediate", "Boeing"),
    ("The FBI and the CIA said it rains.", "FBI", "immediate", "FBI"),
    ("It rains in May, the Sample Zoo and the Loma Park Association announced on Friday.", "Loma Park Association", "immediate", "Loma Park Association"),
    # names after whom they introduce, titles with a field, owners
    ("Another student, Brittany, said it rains.", "Another student, Brittany", "speaker", "Brittany"),
    ("His wife, Anna, said it rains.", "wife, Anna", "speaker", "Anna"),
    ("One rival, Sampleco, said it rains.", "Sampleco", "immediate", "Sampleco"),
    ("Bob Sample Jr., the mayor's son, on Friday tweeted the name of a town.", "Bob Sample Jr", "immediate", "Bob Sample Jr"),
    ("“It rains,” said Italian ropewalker Luca Sample.", "Italian ropewalker Luca Sample", "speaker", "Luca Sample"),
    ("“It rains,” said Sampleco head of trade policy Ann Example.", "Sampleco head of trade policy Ann Example", "speaker", "Ann Example"),
    ("“It rains,” said one of Vega's own teammates, striker Bob Sample.", "one of Vega's own teammates, striker Bob Sample", "speaker", "Bob Sample"),
    ("It rains, according to Sampleland's central bank.", "Sampleland's central bank", "immediate", "Sampleland's central bank"),
    ("It rains, according to Sampleco's chief financial officer.", "Sampleco's chief financial officer", "speaker", "Sampleco's chief financial officer"),
    ("Trump's campaign said it rains.", "Trump's campaign", "immediate", "Trump's campaign"),
    ("The Trump campaign said it rains.", "Trump campaign", "immediate", "Trump campaign"),
    ("However Example says it rains. Bob Example was there.", "Example", "speaker", "Bob Example"),
    # phrases that stand for a verb of saying
    ("Ann Example went on to say that it rains.", "Ann Example", "speaker", "Ann Example"),
    ("Ann Example was quick to point out that it rains.", "Ann Example", "speaker", "Ann Example"),
    ("Ann Example is convinced it will rain.", "Ann Example", "speaker", "Ann Example"),
    ("Ann Example made it clear that it would rain.", "Ann Example", "speaker", "Ann Example"),
    ("Ann Example voiced fears that it would rain.", "Ann Example", "speaker", "Ann Example"),
    ("Ann Example rejected claims that it rains.", "Ann Example", "speaker", "Ann Example"),
    # a colon that leads to a quotation
    ("Ann Example was blunt: “It rains in Loma.”", "Ann Example", "speaker", "Ann Example"),
    ("Ann Example, the mayor, gave her verdict: “It rains in Loma.”", "Ann Example", "speaker", "Ann Example"),
    ("Ann Example shared the news on Twitter: “It rains in Loma.”", "Ann Example", "immediate", "Ann Example"),
    ("The mayor's office issued a statement: “It rains in Loma.”", "mayor's office", "immediate", "mayor's office"),
    ("Ann Example was there. She chimed in: “It rains in Loma.”", "Ann Example", "speaker", "Ann Example"),
    # one subject of two verbs, and relative clauses
    ("The ministry declined to comment but said it rains.", "ministry", "immediate", "ministry"),
    ("Sampleco did not respond to the letter, but said it rains.", "Sampleco", "immediate", "Sampleco"),
    ("He was helped by the Loma Society, which said it rains.", "Loma Society", "immediate", "Loma Society"),
    # names that are months and small words as well
    ("Prime Minister Theresa May said it rains.", "Prime Minister Theresa May", "speaker", "Theresa May"),
    ("Will Sample said it rains.", "Will Sample", "speaker", "Will Sample"),
    ("June Sample said it rains.", "June Sample", "speaker", "June Sample"),
    ("On Friday Ann Example said it rains.", "Ann Example", "speaker", "Ann Example"),
    ("In May Sampleco said it rains.", "Sampleco", "immediate", "Sampleco"),
    ("In June 2018 Ann Example said it rains.", "Ann Example", "speaker", "Ann Example"),
    # given names, surnames of two words, who says something beside the main clause
    ("The captain, Bolton Sample, was there. “It rains,” said Bolton.", "Bolton Sample", "speaker", "Bolton Sample"),
    ("Sampleco World Touring Cup is on. Sampleco confirmed on Friday evening that it rains.", "Sampleco", "immediate", "Sampleco"),
    ("Councillor Eldon Weasel Sample said it rains. “It pours,” said Weasel Sample.", "Weasel Sample", "speaker", "Eldon Weasel Sample"),
    ("It rained, with President Ann Example saying on Friday that it would pour.", "President Ann Example", "speaker", "Ann Example"),
    ("It rained, with critics arguing that it would pour.", "critics", "speaker", "critics"),
    ("The managers of the estate said it rains.", "managers of the estate", "speaker", "managers of the estate"),
    # whom a description means that the sentence before has named
    ("Ann Example won the race. “It rains,” said the 34-year-old.", "Ann Example", "speaker", "Ann Example"),
    ("Ann Example won the race. The Spaniard said it rains.", "Ann Example", "speaker", "Ann Example"),
    ("Ann Example won the race. The Loma star said it rains.", "Loma star", "speaker", "Ann Example"),
    ("Ann Example won the race. The star shared the news: “It rains in Loma.”", "star", "speaker", "Ann Example"),
    # words of quotation in what is praised or called
    ("The Loma Institute thanked the sponsor, councillor Ann Example for “ensuring that it rains.”", "Loma Institute", "immediate", "Loma Institute"),
    ("Vega called the decision to sack his coach “wrong.” Ann Vega was there.", "Vega", "speaker", "Ann Vega"),
    ("Ann Example said it rains. Reuters reported it pours, citing Ann Example.", "Ann Example", "upstream", "Ann Example"),
    ("Ann Example said it rains. Reuters reported it pours, citing Ann Example.", "Ann Example", "speaker", "Ann Example"),
    ("Studio boss Bob Sample took to the stage at the fair to reveal the date.", "Studio boss Bob Sample", "speaker", "Bob Sample"),
    ("Bob Sample was there, and critics argue it rains. He said it pours.", "Bob Sample", "speaker", "Bob Sample"),
    # commas that only one side has, and what stands between commas
    ("Ann Example, a small scale miner at Loma told our reporter that it rains.", "Ann Example", "speaker", "Ann Example"),
    ("Ann Example of Loma, said that it rains.", "Ann Example of Loma", "speaker", "Ann Example"),
    ("Sample, nicknamed “The Fox,” said it rains. Bob Sample was there.", "Sample", "speaker", "Bob Sample"),
    ("Ann Example, head of sales at Sampleco, which has received £750,000 from Loma Capital, said it rains.", "Ann Example", "speaker", "Ann Example"),
    ("Ann Example, the loud government spokeswoman who confirmed it said it rains.", "Ann Example", "speaker", "Ann Example"),
    ("It rains, a lawyer associated with the case said.", "lawyer", "speaker", "lawyer"),
    ("The Sample Weather Commission, SWC, has disclosed lawmakers in Loma were wet.", "Sample Weather Commission", "immediate", "Sample Weather Commission"),
    ("Sampleco on its Twitter account also noted that it rains.", "Sampleco", "immediate", "Sampleco"),
    ("Ann Example was there. “It rains,” she mentioned after the game.", "Ann Example", "speaker", "Ann Example"),
    ("Ann Example spoke to the BBC about why it rains.", "Ann Example", "speaker", "Ann Example"),
    ("Sample, 48, who played in Loma for years, said it rains. Bob Sample was there.", "Sample", "speaker", "Bob Sample"),
    ("Prof Ann Example, from the University of Loma's Department of Rain told us that it rains.", "Prof Ann Example", "speaker", "Ann Example"),
    ("Chairman of the Loma Council Ann Example said it rains.", "Chairman of the Loma Council Ann Example", "speaker", "Ann Example"),
    ("“It rains,” police Sgt. Ann Example said.", "police Sgt. Ann Example", "speaker", "Ann Example"),
    ("It rains, said a Loma-based gold dealer with a bank.", "Loma-based gold dealer", "speaker", "Loma-based gold dealer"),
    ("The governor's office in the state of Alto Exemplo do Sul said it rains.", "governor's office", "immediate", "governor's office"),
    # a name of two words that is a firm's
    ("It rains, reports Sample Motive. Ann Example, director at Sample Motive, said it pours.", "Sample Motive", "immediate", "Sample Motive"),
    ("Sample Securities Sdn Bhd said it rains.", "Sample Securities Sdn Bhd", "immediate", "Sample Securities Sdn Bhd"),
    ("It rains, Ruritanian Minister for Parliamentary Affairs Ann Example has told us.", "Ruritanian Minister for Parliamentary Affairs Ann Example", "speaker", "Ann Example"),
    ("Union of Sample Bus Attendants President Ann Example said it rains.", "Union of Sample Bus Attendants President Ann Example", "speaker", "Ann Example"),
    ("Mayor Ann Example of Loma said it rains.", "Mayor Ann Example of Loma", "speaker", "Ann Example"),
    ("Ann Example, the Sample Democratic Party, SDP, Loma West candidate in the spring vote, has claimed that it rains.", "Ann Example", "speaker", "Ann Example"),
    ("A woman who posted the picture on Twitter said that it rains.", "woman", "speaker", "woman"),
    ("Ann Example, President and CEO, Sample Cars Ltd, had told us that it rains.", "Ann Example", "speaker", "Ann Example"),
    ("“It rains,” said State Minister for Rain Management and Snow Ann Example at a briefing.", "State Minister for Rain Management and Snow Ann Example", "speaker", "Ann Example"),
    ("Sample's said Friday that it rains.", "Sample's", "immediate", "Sample's"),
    ("Pastor Ann Example in a statement to the Sample said that it rains.", "Pastor Ann Example", "speaker", "Ann Example"),
    ("Sample while speaking on the rain on Friday said it pours. Bob Sample was there.", "Sample", "speaker", "Bob Sample"),
    ("Sample Motor Co on Friday named Ann Vega as its next chief, and said that it rains.", "Sample Motor Co", "immediate", "Sample Motor Co"),
    ("It rains, the French interior minister said.\nAnn Example said it pours.", "French interior minister", "speaker", "Ann Example"),
    ("It was late.\n“It rains in Loma.” — Loma President, Ann Example\nIt was dark.", "Ann Example", "speaker", "Ann Example"),
    ("What they said\nAnn Example, Loma captain: “It rains in Loma.”", "Ann Example", "speaker", "Ann Example"),
    ("The Centers for Disease Control and Prevention reports 212 tilers with a cough.", "Centers for Disease Control and Prevention", "immediate", "Centers for Disease Control and Prevention (US)"),
    # a couple
    ("When Jim Sample went away, Mr. Sample recalled that it rained. His wife, Tracey, said it pours. Ms. Sample said it shines.", "Mr. Sample", "speaker", "Jim Sample"),
    # who has no name in the first sentence has one in the next
    ("A lighthouse keeper says it rains.\nAnn Example told the court that it pours.", "lighthouse keeper", "speaker", "Ann Example"),
    ("A lighthouse keeper says it rains.\nMayor Ann Example told the court that it pours.", "lighthouse keeper", "speaker", "lighthouse keeper"),
    ("The Met Office says it rains. A forecaster said it pours. Forecaster Ann Example said it will stop.", "forecaster", "speaker", "Ann Example"),
    ("According to a leading analyst, it rains. Ann Example, an analyst at Sampleco, argued that it pours.", "leading analyst", "speaker", "Ann Example"),
    # one source by two names
    ("Police said it rains. Loma County police said it pours.", "Police", "immediate", "Loma County police"),
    ("It rains, the county sheriff's office said. It pours, the Costa Loma Sheriff's Office said.", "county sheriff's office", "immediate", "Costa Loma Sheriff's Office"),
    ("Ukraine's security service said it rains. The Ukrainian Security Service said it pours.", "Ukrainian Security Service", "immediate", "Ukraine's security service"),
    ("Drug firm Sample Labs said it rains. Sample Labs said it pours.", "Drug firm Sample Labs", "immediate", "Sample Labs"),
    ("It rains, the lender said in a filing. The bank added that it pours.", "bank", "immediate", "lender"),
    ("Sample Labs said it rains. Sample Labs Ltd said it pours.", "Sample Labs Ltd", "immediate", "Sample Labs"),
    ("Bob Sample, popularly known as “Rainy”, said it rains. Rainy said it pours.", "Rainy", "speaker", "Bob Sample"),
    ("Ann Example says it rains. 'AE', as she is popularly known, said it pours.", "AE", "speaker", "Ann Example"),
    ("A Loma woman claims it rains. Ann Example’s house is wet. Ann Example said it pours.", "Loma woman", "speaker", "Ann Example"),
    ("Authorities in Loma say it rains. Authorities say it pours.", "Authorities", "speaker", "Authorities in Loma"),
]


def english(text):
    return [(c.source_as_given, c.role, c.source_name) for c in read(text, "en")]


@pytest.mark.parametrize(("text", "words", "role", "name"), CITED)
def test_who_speaks(text, words, role, name):
    assert (words, role, name) in english(text)


@pytest.mark.parametrize("text", [
    "It is hard for experts to argue.",
    "The song made fans think that it rains.",
    "Do experts agree that it rains?",
    "Scientists couldn't believe their luck.",
    "Many people mistakenly believe that it rains.",
    "Ann Example hopes to win.",
    "Ann Example expects the plan to work.",
    "Ann Example laughed.",
    "Ann Example agreed a new contract.",
    "In the film “Rain,” Ann Example smiled a lot.",
    "They met on the agreed-upon date in Loma.",
    "The grants Loma announced last December are gone.",
    "The firm, said to be worth a billion, is in Loma.",
    "Ann Example stands by her claim.",
    "Singer Ann Example took the stage to sing.",
    "Host Ann Example cited Vega's importance to the show.",
    "Ann Example went on to win.",
    "Ann Example is convinced of it.",
    "Ann Example made claims.",
    "Ann Example was told: “It rains in Loma.”",
    "Ann Example received a letter from Bob Sample: “It rains in Loma.”",
    "Ann Example wore a shirt with the slogan: “It rains in Loma.”",
    "Ann Example made three films: “Rain in May,” “Sun” and “Snow.”",
    "Visitors had questions: “Does it rain in Loma?”",
    "Vega's plan wrongly suggests that it rains.",
    "Ann Example will be seen on Friday saying that it rains.",
    "A man was hurt in Loma. The 34-year-old said it rains.",
    "“It rains,” the Spaniard added.",
    "The Norwegian said it rains.",
    "The family reported her missing on Friday.",
    "A clerk reported the theft to the police.",
    "Second Loma storm death reported",
    "Some people say it rains.",
    "She saw the film “Since You Left” and cried.",
    "Ann Example was hurt because doctors have told him to rest.",
    "The Loma County Fire Rescue responded to a call of a crash.",
    "55% of dealers reported that demand was down.",
    "A quick search on social media reveals that it rains.",
    "Ann Example is an analyst in Loma. And she tweets at @sample.",
    "Ann Example, a prisoner at Loma, admitted three charges of theft.",
    "Ann Example claims Loma cycling title",
    "Rain in May starring Ann Example announced, in cinemas in June",
    "She heard “The Rain According to Sample” in May.",
    "It's said that it rains.",
    "It was late.\n“It rains in Loma.” — The Sample Press",
    "Loma, Sample Street: “It rains in Loma.”",
])
def test_who_is_not_cited(text):
    assert not english(text)


@pytest.mark.parametrize("text", [
    "The museum added over $500 million to its endowment.",
    "The bank added more than Rs 1,100 crore to its market value on Monday.",
    "The firm added nearly 500 jobs in May.",
    "Rain fell in Bago regions and Sampla, Shan and Loma states on Monday.",
    "Ann Example runs a shop in Loma. But when Jamie tells Steph he is here, she warns him it rains.",
    "He left, quoting her as saying: “It is late.”",
])
def test_who_only_acts_says_nothing(text):
    assert not english(text)


def test_who_speaks_only_in_the_words_of_another_is_not_cited():
    assert [name for _, _, name in english("Police say the girl told a clerk that it rains.")] == ["police"]
    assert "witnesses" in [name for _, _, name in english("Reuters reports that witnesses said it rains.")]


def test_an_unidentified_speaker_is_nobody_named_before():
    assert english("The mother, Ann Example, said it rains. “It pours,” the unidentified woman said.")[-1][2] == "unidentified woman"


def test_sources_that_speak_to_a_medium_are_cited_beside_it():
    assert ("Sources", "speaker", "sources") in english("Sources speaking to the BBC have said it rains.")


def test_who_is_said_to_have_admitted_something_is_not_cited():
    assert [name for _, _, name in english("Authorities said Ann Example admitted to her officer that it rained.")] == ["authorities"]


def test_two_police_forces_are_two():
    text = "Police said it rains. Loma County police said it pours. Costa police said it will stop."
    assert english(text)[0][2] == "police"


def test_who_told_the_police_is_cited_by_nobody_but_them():
    text = "Court documents also say Sample told authorities he was ill. Bob Sample was there."
    assert "Bob Sample" not in [name for _, _, name in english(text)]


def test_a_headline_that_the_text_has_in_other_words_cites_nobody():
    assert [name for _, _, name in english("Loma GM says it rains\nLoma general manager Ann Example said on Friday that it rains.")] == ["Ann Example"]
    assert "Ann Example" in [name for _, _, name in english("Ann Example says it rains\nIt rains in Loma.")]
    assert [words for words, _, _ in english("Example says it rains\nMayor Ann Example said it rains.")] == ["Mayor Ann Example"]


def test_a_verb_of_a_headline_is_no_given_name():
    text = "Sampla Floors Ogboru As Court Rules On Loma\nSampla Defeats Ogboru At Loma Court\nThe court heard Great Ogboru. Ogboru alleged that it rained."
    assert "Great Ogboru" in [name for _, _, name in english(text)]


def test_who_is_named_beside_a_family_is_not_the_pronoun():
    text = "To console the family of the chairman there, Ann Example, on the loss, Mr. Sample stopped in Loma. He said it rains."
    assert "Ann Example" not in [name for _, _, name in english(text)]


def test_who_is_joined_only_begins_another_clause():
    assert [name for _, _, name in english("“It rains,” said Ann Example and Bob Sample walked out.")] == ["Ann Example"]
    assert [name for _, _, name in english("They met Ann Example and Bob Sample, who said it rains.")] == ["Bob Sample"]


def test_a_former_holder_of_an_office_is_nobody_named_before():
    found = english("Minister Ann Example spoke and Ann Example said it rains. A former Loma minister said it pours.")
    assert found[-1][2] == "Loma minister"


def test_who_is_described_otherwise_is_somebody_else():
    assert english("Ann Example won the race. The driver of the bus said it rains.")[-1][2] == "driver of the bus"
    assert english("Ann Example spoke in Loma. The mayor said it rains.")[-1][2] != "Ann Example"
