"""Citations in English: sentences of our own, with who is cited, as what and under which name."""

import pytest

from flows.normalize.anchor import Anchor
from flows.normalize.citations import read_citations
from flows.normalize.load_registry import load_registry
from flows.normalize.outlet.reading import read_outlet
from flows.normalize.recap import read_recaps
from tests.normalize.test_citations import read

CITED = [
    # the words of the source, its role, its name
    ("Ann Example, head of research at Sample Ltd, said it rains.", "Ann Example", "speaker", "Ann Example"),
    ("Joan Example, Sample Dental Category Manager said it rains.", "Joan Example", "speaker", "Joan Example"),
    ("They met the chairman, Juan Example, who said it rains.", "Juan Example", "speaker", "Juan Example"),
    ("Maria Example visited the mayor of Loma and said it rains.", "Maria Example", "speaker", "Maria Example"),
    ("Ann Example spoke. It rains, 68-year-old Example said.", "Example", "speaker", "Ann Example"),
    ("Minister Karim al-Example spoke. It rains, Example said.", "Example", "speaker", "Karim al-Example"),
    ("Zavia Sample helps. “It rains,” Zavia wrote.", "Zavia", "speaker", "Zavia Sample"),
    ("The National Example Orchestra plays. The NEO says it will play on.", "NEO", "immediate", "National Example Orchestra"),
    ("Prices fall, warned Reuters reporter Ann Example.", "Ann Example", "speaker", "Ann Example"),
    ("Shares rose, a spokesman for Sample Ltd said.", "spokesman for Sample Ltd", "speaker", "spokesman for Sample Ltd"),
    ("Bloomberg reported, citing “people familiar with the matter,” that it rains.", "people familiar", "upstream", "people familiar with the matter"),
    ("A friend told the Sun: “It rains.”", "the Sun", "venue", "The Sun"),
    ("A police statement said it rains.", "police statement", "immediate", "police statement"),
    ("“It rains,” Ann Example told the committee.", "Ann Example", "speaker", "Ann Example"),
    ("Maria Example said it rains.", "Maria Example", "speaker", "Maria Example"),
    ("Reuters reported, citing the committee's chair, Berit Sample-Example, that it rains.", "committee's chair, Berit Sample-Example", "upstream", "Berit Sample-Example"),
    ("Reuters reported, citing the committee's pointsman, Ann Example, that it rains.", "Ann Example", "upstream", "Ann Example"),
    ("Shares fell after Trade Secretary Wilbur Sample said it rains.", "Trade Secretary Wilbur Sample", "speaker", "Wilbur Sample"),
    ("The head of trade at Sample Ltd said it rains.", "head of trade at Sample Ltd", "speaker", "head of trade at Sample Ltd"),
    ("The Gas Authority's report on the Sample site stated that it rains.", "Gas Authority's report", "immediate", "Gas Authority's report"),
    ("Congressman Danny Sample has dismissed the refusal, saying that it rains.", "Congressman Danny Sample", "speaker", "Danny Sample"),
    ("It was bright, according to the Sample Meteor Society.", "Sample Meteor Society", "immediate", "Sample Meteor Society"),
    ("Output rose, government data released on Thursday showed.", "government data", "immediate", "government data"),
    ("A study published in the Lancet on Friday found that it rains.", "study", "immediate", "study"),
    ("According to documents seen by Reuters, it rains.", "Reuters", "immediate", "Reuters"),
    ("“it rains,” tweeted @exampleone along with the video.", "@exampleone", "immediate", "@exampleone"),
    ("Citing documents supplied by Wikileaks, the agency Reuters reported that it rains.", "Wikileaks", "upstream", "Wikileaks"),
    ("Farm major Sample Ltd on Friday reported sales. It pays more, Sample Ltd said.", "Farm major Sample Ltd", "immediate", "Sample Ltd"),
    ("It rains, according to news agency Sample West Service.", "Sample West Service", "immediate", "Sample West Service"),
    ("Sgt. Frank Jang of the police said it rains.", "Frank Jang", "speaker", "Frank Jang"),
    ("WXYZ-TV reports on Sunday night it rained.", "WXYZ-TV", "immediate", "WXYZ-TV"),
    ("The sheriff told The Sample News that it rains.", "The Sample News", "venue", "The Sample News"),
    ("The wolf died after a tumour was found on Monday, the Sample Zoo announced in a post on X.", "Sample Zoo", "immediate", "Sample Zoo"),
    ("The charges can stand, the Sample Supreme Court ruled.", "Sample Supreme Court", "immediate", "Sample Supreme Court"),
    ("The Sample Federation finally announced that it rains.", "Sample Federation", "immediate", "Sample Federation"),
    ("“It rains,” Ann Example said. “It pours,” she tweeted.", "Ann Example", "immediate", "Ann Example"),
    ("A government audit found that it rains. The report said it pours.", "report", "immediate", "government audit"),
    ("The mayor of the old town said it rains.", "mayor of the old town", "speaker", "mayor of the old town"),
    ("Sample police told The Sun that it rains.", "Sample police", "speaker", "Sample police"),
    ("MG Sample India has announced that it rains.", "MG Sample India", "immediate", "MG Sample India"),
    ("He died. According to the Regional Party Chairman, he was kind.", "Regional Party Chairman", "speaker", "Regional Party Chairman"),
    ("The San Sample Chronicle reported that it rains. It pours, the Chronicle reported.", "Chronicle", "immediate", "San Sample Chronicle"),
    ("A fire broke out in Northern Sampleland, the county sheriff's office said on Friday.", "county sheriff's office", "immediate", "county sheriff's office"),
    ("It may rain next spring, two people familiar with the plans said.", "two people familiar with the plans", "speaker", "two people familiar with the plans"),
    ("The ferry carried 41,000 people, its annual report shows.", "annual report", "immediate", "annual report"),
    ("The Premier League has explained why he was sent off.", "Premier League", "immediate", "Premier League"),
    ("Rep. Chip Sample (R-Texas) said it rains.", "Rep. Chip Sample", "speaker", "Chip Sample"),
    ("Executive Director Jeff Sample of the Loma Area Chamber of Commerce said it rains.", "Jeff Sample", "speaker", "Jeff Sample"),
    ("Ambassador to Japan Ann Example said it rains.", "Ann Example", "speaker", "Ann Example"),
    ("“It rains,” said Example Award-winner Ken Sample, a chef.", "Ken Sample", "speaker", "Ken Sample"),
    ("Sample Technologies Co. said it rains.", "Sample Technologies Co", "immediate", "Sample Technologies Co"),
    ("The U.N. said it rains.", "U.N", "immediate", "United Nations"),
    ("Saudi Sampleco said it rains.", "Saudi Sampleco", "immediate", "Saudi Sampleco"),
    ("New Democrats said it rains.", "New Democrats", "immediate", "New Democrats"),
    ("The National Sample Service said it rains.", "National Sample Service", "immediate", "National Sample Service"),
    ("It rains. As Reuters reported, it pours.", "Reuters", "immediate", "Reuters"),
    ("As noted by Sample Zoo in its forums, it rains.", "Sample Zoo", "immediate", "Sample Zoo"),
    ("A joint statement said it rains.", "joint statement", "immediate", "joint statement"),
    ("They hailed the talks, a mutual statement read.", "mutual statement", "immediate", "mutual statement"),
    ("The port will close, according to an announcement published today.", "announcement", "immediate", "announcement"),
    ("According to a statement signed and released by Ann Example, the press secretary, it rains.", "Ann Example", "immediate", "Ann Example"),
    ("It rains, according to a report in the Sample Times.", "Sample Times", "immediate", "Sample Times"),
    ("The study, published in Nature on Monday, found that it rains.", "study", "immediate", "study"),
    ("The rule is out at last (via Sample Police).", "Sample Police", "immediate", "Sample Police"),
    ("“It rains,” Bob Sample told Loma's official website.", "Loma's official website", "venue", "Loma's official website"),
    ("“It rains,” Bob Sample told Ruritanian publication Ovalo.", "Ovalo", "venue", "Ovalo"),
    ("Xinhua quoted Minister Ann Example as saying it rains.", "Minister Ann Example", "upstream", "Ann Example"),
    ("Ann Example quoted Bob Sample as saying it rains.", "Bob Sample", "speaker", "Bob Sample"),
    ("Reuters reported, citing the ministry's spokeswoman, that it rains.", "ministry's spokeswoman", "upstream", "ministry's spokeswoman"),
    ("A Sample Party source who was not allowed to speak told Reuters that it rains.", "Sample Party source", "speaker", "Sample Party source"),
    ("A woman who lives nearby said it rains.", "woman", "speaker", "woman"),
    ("A US official told Reuters that it rains.", "US official", "speaker", "US official"),
    ("Officials in Loma said it rains.", "Officials in Loma", "speaker", "Officials in Loma"),
    ("Two sources said it rains. One of the sources said it pours.", "One of the sources", "speaker", "Two sources"),
    ("Two officials said it rains. The officials said it pours.", "officials", "speaker", "Two officials"),
    ("Minister Ann Sample spoke. According to the Minister, it rains.", "Minister", "speaker", "Ann Sample"),
    ("In a tweet, Ann Example said it rains.", "Ann Example", "immediate", "Ann Example"),
    ("The court sat on Monday. The judge said it rains.", "judge", "speaker", "judge"),
    ("Sample & Vega said it rains.", "Sample & Vega", "immediate", "Sample & Vega"),
    ("It rains, according to Sample & Co.", "Sample & Co", "immediate", "Sample & Co"),
    ("West Loma Today reported Sunday that it rains.", "West Loma Today", "immediate", "West Loma Today"),
    ("Trump supporters said it rains.", "Trump supporters", "speaker", "Trump supporters"),
    ("NASA scientists said it rains.", "NASA scientists", "speaker", "NASA scientists"),
    ("Germany's top-selling daily Bild claim it rains.", "Bild", "immediate", "Bild"),
    ("This year, data from the Sample Banking Federation showed that it rains.", "Sample Banking Federation", "immediate", "Sample Banking Federation"),
    ("It rains. (With inputs from PTI)", "PTI", "immediate", "Press Trust of India"),
    ("How it rains\nSource:\nUniversity of Loma\nSummary:\nIt rains.", "University of Loma", "immediate", "University of Loma"),
    ("“We grow,” Sampleco said.\nLaunching Sampleco’s first car was hard.", "Sampleco", "immediate", "Sampleco"),
    ("According to local station WXYZ, it rains.", "WXYZ", "immediate", "WXYZ"),
    ("The Star Sample Tribune reports that it rains.", "Star Sample Tribune", "immediate", "Star Sample Tribune"),
    ("“It rains,” Ann Sample, vice president of fleet, finances and alliances at Sampleco, said in a statement.", "Ann Sample", "speaker", "Ann Sample"),
    ("Reuters cited the Loma Herald.", "Loma Herald", "upstream", "Loma Herald"),
    ("The House voted after the attorney, Ann Example, testified the mayor changed the plans.", "Ann Example", "speaker", "Ann Example"),
    ("An inspector told news outlets that it rains.", "news outlets", "venue", "news outlets"),
    ("It rains, as reported by Ruritanian media.", "Ruritanian media", "immediate", "Ruritanian media"),
    ("Islamic State said it rains.", "Islamic State", "immediate", "Islamic State"),
    ("Police confirmed to Reuters that it rains.", "Reuters", "venue", "Reuters"),
    ("TechCrunch reported it. According to a study by Sampleco, it rains.", "Sampleco", "immediate", "Sampleco"),
    ("Planned Sample says it rains.", "Planned Sample", "immediate", "Planned Sample"),
    ("Sample Airways warned it rains. The airline said it pours.", "airline", "immediate", "Sample Airways"),
    ("Sample Airways said it rains. Loma Bank said so. The airline said it pours.", "airline", "speaker", "airline"),
    ("Kwame Sample popularly known as Patata has said it rains.", "Kwame Sample", "speaker", "Kwame Sample"),
    ("Freshman Democrat Alexandria Sample, an outspoken critic, said it rains.", "Alexandria Sample", "speaker", "Alexandria Sample"),
    ("Judge Ian Sample described Bob Vega as a “career criminal”.", "Judge Ian Sample", "speaker", "Ian Sample"),
    ("Ann Sample called the vote “crazy”.", "Ann Sample", "speaker", "Ann Sample"),
    ("“It rains,” quipped Ann Sample.", "Ann Sample", "speaker", "Ann Sample"),
    ("Speaking on NEAT FM’s morning show, Bob Sample said it rains.", "NEAT FM", "venue", "NEAT FM"),
    ("Bob Sample said it rains. He told Class FM Thursday that it pours.", "Class FM", "venue", "Class FM"),
    ("The Chief Executive of Free Sample Centres has warned it rains.", "Chief Executive", "speaker", "Chief Executive of Free Sample Centres"),
    ("The Sample Rocket and Space Corporation confirmed that it rains.", "Sample Rocket and Space Corporation", "immediate", "Sample Rocket and Space Corporation"),
    ("US President Bob Sample says it rains.", "US President Bob Sample", "speaker", "Bob Sample"),
    ("Wells Fargo said it rains.", "Wells Fargo", "immediate", "Wells Fargo"),
    ("General Electric said it rains.", "General Electric", "immediate", "General Electric"),
    ("Sample Games said it rains.", "Sample Games", "immediate", "Sample Games"),
    ("Sharks guard Bob Sample said it rains.", "Sharks guard Bob Sample", "speaker", "Bob Sample"),
    ("It rains, according to Sample Public Radio.", "Sample Public Radio", "immediate", "Sample Public Radio"),
    ("Martin Sample, 30, from Loma, said it rains.", "Martin Sample", "speaker", "Martin Sample"),
    ("Public Sample Bank in a note said it rains.", "Public Sample Bank", "immediate", "Public Sample Bank"),
    ("Initial findings of the Sample Accident Branch show it rains.", "Sample Accident Branch", "immediate", "Sample Accident Branch"),
    ("A statement from the Sample Ministry said it rains.", "Sample Ministry", "immediate", "Sample Ministry"),
    ("Boeing spokesman Gordon Example said it rains.", "Gordon Example", "speaker", "Gordon Example"),
    ("It rains, two sources close to Sampleco said.", "two sources close to Sampleco", "speaker", "two sources close to Sampleco"),
    ("Ruritanian media said it rains.", "Ruritanian media", "immediate", "Ruritanian media"),
    ("A Sampleton user added: “It rains.”", "user", "speaker", "Sampleton user"),
    ("Ann Sample has also taken to Twitter to say that it rains.", "Ann Sample", "immediate", "Ann Sample"),
    ("The Sample Tribune reports the boy's mother, Ann Example, says it rains.", "Ann Example", "speaker", "Ann Example"),
    ("Ann Example said it rains. Reuters reported that Ann Example said it pours.", "Ann Example", "speaker", "Ann Example"),
    ("Bob Sample wept. The family of Ann Example said it rains.", "family", "speaker", "family of Ann Example"),
    ("Sample Bank reported a net loss of $5 million.", "Sample Bank", "immediate", "Sample Bank"),
    ("Ann Example said it rains. Sample Bank reported that losses rose.", "Sample Bank", "immediate", "Sample Bank"),
    ("Former Secretary of State Ann McSample said it rains.", "Ann McSample", "speaker", "Ann McSample"),
    ("Director of Communications Ann Sample said it rains.", "Ann Sample", "speaker", "Ann Sample"),
    ("The Chief Executive of Free Sample Advice Centres said it rains.", "Chief Executive", "speaker", "Chief Executive of Free Sample Advice Centres"),
    ("A Sampleco survey of 2,000 adults found that it rains.", "Sampleco survey", "immediate", "Sampleco survey"),
    ("It rains, according to Sampleco traffic data.", "Sampleco", "immediate", "Sampleco"),
    ("Ann Sample told Uruguayan publication Sampla that it rains.", "Uruguayan publication Sampla", "venue", "Sampla"),
    ("Ann Sample told Spanish newspaper El Samplo that it rains.", "El Samplo", "venue", "El Samplo"),
    ("“It rains,” Ann Sample shared.", "Ann Sample", "speaker", "Ann Sample"),
    ("Ann Sample shared that it rains.", "Ann Sample", "speaker", "Ann Sample"),
    ("“It rains,” Ann Sample told Fox 97.", "Fox 97", "venue", "Fox 97"),
    ("It rains, Fox 97 reported.", "Fox 97", "immediate", "Fox 97"),
    ("Economists had expected a gain of 75,000 jobs.", "Economists", "speaker", "economists"),
    ("Most analysts believe it rains.", "analysts", "speaker", "Most analysts"),
    ("It rains, students across the town said.", "students across the town", "speaker", "students across the town"),
    ("“It rains!” tweeted the US president.", "US president", "immediate", "US president"),
    ("Former minister Dominic Sample raised concerns last week. He told lawmakers: “It rains.”", "Former minister Dominic Sample", "speaker", "Dominic Sample"),
    ("Ann Example had no luck. “It rains.\n“It pours,” she said.", "Ann Example", "speaker", "Ann Example"),
    ("Sampleco said it rains. It pours.", "Sampleco", "immediate", "Sampleco"),
    ("SampleUK, which speaks for shops, says it rains.", "SampleUK", "immediate", "SampleUK"),
    ("“It rains,” Ann Example said. Another man who was praying said it pours.", "Another man", "speaker", "Another man"),
    ("“It rains,” Ann Example said. One mother said it pours.", "One mother", "speaker", "One mother"),
    ("Loma team principal Ian Sample, said it rains.", "Ian Sample", "speaker", "Ian Sample"),
    ("European Commission President-elect Ursula von der Sample said it rains.", "Ursula von der Sample", "speaker", "Ursula von der Sample"),
    ("The Loma State Department of Health in a report released Thursday said it rains.", "Loma State Department of Health", "immediate", "Loma State Department of Health"),
    ("Loma-based Sampleco trades in wine. It rains, Sampleco said.", "Sampleco", "immediate", "Sampleco"),
    ("The band, who broke up in 2013, announced that they are back.", "band", "immediate", "band"),
    ("Ann Example said the lady “spoke of rain. Bob Sample told Carl so. “It pours,” she said.", "Bob Sample", "speaker", "Bob Sample"),
    ("“It rains. It pours, said Bob Example.", "Bob Example", "speaker", "Bob Example"),
    ("He read the note: “It rains,” Bob Sample said, “and pours.”", "Bob Sample", "speaker", "Bob Sample"),
    ("“It rains,” Bob Sample recalled from his home.", "Bob Sample", "speaker", "Bob Sample"),
    ("Ann Sample added the town faces floods.", "Ann Sample", "speaker", "Ann Sample"),
    ("Ann Sample added that the end of the rain is near.", "Ann Sample", "speaker", "Ann Sample"),
    ("It rains, chief Dil Sample Vegara said. Mr Sample added that it pours.", "Mr Sample", "speaker", "Dil Sample Vegara"),
    ("Forecasters are warning that it rains.", "Forecasters", "speaker", "forecasters"),
    ("Reuters is reporting that it rains.", "Reuters", "immediate", "Reuters"),
    ("SECOND CRASH SINCE APRIL Ann Example said it rains.", "Ann Example", "speaker", "Ann Example"),
    ("“It rains,” Ann Example said. The Sample Office said it pours.\nSource: Sample Office", "Sample Office", "immediate", "Sample Office"),
    ("Ann Example ridiculed the plan as “crazy”.", "Ann Example", "speaker", "Ann Example"),
    ("Reuters reported:\n“Bob Sample acknowledged that it rains. It pours.”", "Bob Sample", "speaker", "Bob Sample"),
    ("Detective Sergeant Jon Sample of the Kent and Essex Crime Directorate said it rains.", "Jon Sample", "speaker", "Jon Sample"),
    ("Liam Sample of the Loma Ambulance Service said it rains.", "Liam Sample", "speaker", "Liam Sample"),
    ("The Harbour Council of the Loma Service said it rains.", "Harbour Council", "immediate", "Harbour Council of the Loma Service"),
    ("Mason Sample is one of the players, but he insists it rains.", "Mason Sample", "speaker", "Mason Sample"),
    ("Thanking the bank, the head of marketing, Mr. Emil Sample, expressed hope. He further stated that it rains.", "Emil Sample", "speaker", "Emil Sample"),
    ("On the Ruritanian Space Agency (NASA) site it rained, the Ruritanian Space Agency (NASA) said. “It pours,” NASA said.", "NASA", "immediate", "Ruritanian Space Agency"),
    ("Ann Example, an outspoken Sample critic, said the new Sample comment added a layer.", "Ann Example", "speaker", "Ann Example"),
    ("Bob Sample, the head of Loma Aviation, said the Sample Air charter flight crashed.", "Bob Sample", "speaker", "Bob Sample"),
    ("The town’s deputy leader, Ann Example, said the company “broke its word.”", "deputy leader, Ann Example", "speaker", "Ann Example"),
    ("Ann Example is promising to go further, saying she would raise the rate.", "Ann Example", "speaker", "Ann Example"),
    ("Bob Sample visited the “old” mill and said it rains.", "Bob Sample", "speaker", "Bob Sample"),
    ("Citing police, news outlets report none of the doors was open.", "news outlets", "immediate", "news outlets"),
    ("The target will be met, according to new modelling that the minister will use.", "new modelling", "immediate", "new modelling"),
    ("The ministry declared that it rains.", "ministry", "immediate", "ministry"),
    ("Ann Example has reported on Monday that it rains.", "Ann Example", "speaker", "Ann Example"),
    ("Ann Example maintained the bridge was safe.", "Ann Example", "speaker", "Ann Example"),
    ("The roof leaked. Several medics pointed out an important flaw in the plan.", "Several medics", "speaker", "Several medics"),
    ("The Sample Union rejected the offer, saying it was too low.", "Sample Union", "immediate", "Sample Union"),
    ("“It rains,” Ann Example concluded.", "Ann Example", "speaker", "Ann Example"),
    ("Bob Sample, representing the town, had contended that it rains.", "Bob Sample", "speaker", "Bob Sample"),
    ("It rains. I was... Posted by Loma Reform Temple on Sunday, 31 December 2017\nThe road is shut.", "Loma Reform Temple", "immediate", "Loma Reform Temple"),
    ("Local residents are complaining that it rains.", "Local residents", "speaker", "Local residents"),
    ("Ann Example repeated her charge, alleging that the mayor had lied.", "Ann Example", "speaker", "Ann Example"),
]

NOT_CITED = [
    ("Bob Sample left the hall, complaining of the heat.", "Sample"),
    ("Bob Sample concluded the trip in Loma.", "Sample"),
    ("Bob Sample pointed out to the crowd the way.", "Sample"),
    ("The red card of substitute Bob Sample added further salt into the wound.", "Sample"),
    ("Posted by Bob Sample on March 3, 2019\nIt rains in Loma.", "Sample"),
    ("After a row with the Sample Union the mayor rejected the offer, saying it was too low.", "Union"),
    ("Authorities in Loma declared a public emergency and closed schools.", "Authorities"),
    ("The trio maintained their innocence at the trial, but were convicted.", "trio"),
    ("Bob Sample has reported on football and opera.", "Sample"),
    ("In a report published Friday, Ann Example said it rains.", "report"),
    ("Ann Example was preparing her list when Bob Sample stepped in, saying it rains.", "Ann"),
    ("Bob Sample is known for his songs, saying little.", "Sample"),
    ("Ann Example, a pilot, said the Sample Air charter flight crashed.", "Sample Air"),
    ("Bob Example's tweets fit a pattern.", "Example"),
    ("Ann Example called on Governor Bob Sample and urged him to act.", "Sample"),
    ("“It rains,” Ann Example told the committee.", "committee"),
    ("The cleaner from nearby New Sample, who was hurt, said it rains.", "New Sample"),
    ("The National Sample Union [NSU] urged its supporters to vote.", "supporters"),
    ("A fire broke out in Northern Sampleland, the county sheriff's office said on Friday.", "Northern"),
    ("James Sample, a vice chair at Example UK, said uncertainty around Samplexit was bad.", "uncertainty"),
    ("“People say it rains,” he said.", "People"),
    ("He was hurt, the man said. Manage Newsletters\nCopyright is ours.", "Newsletters"),
    ("It will rain, the IG said.", "iG"),
    ("Officers found the car in Sample Street.", "Officers"),
    ("The president of the Sample Union spoke. The president said it rains.", "Sample Union"),
    ("The Reds have pledged to raise wages.", "Reds"),
    ("Reports by Ann Example.\nTOP STORIES The spy's job, ousted Sample ambassador admits", "ambassador"),
    ("Sample Ltd has now added the option to its app.", "Sample"),
    ("The government added Sample Ltd to its list.", "government"),
    ("The officer told him to leave the house.", "officer"),
    ("They never thought I'd say it rains.", "I'd"),
    ("Ann Example wept. Bob Sample announced his exit on Friday.", "Bob"),
    ("The storm claimed the jobs of many.", "storm"),
    ("New figures will show that it rains.", "figures"),
    ("The court held valid the Sun claim to build a house.", "Sun"),
    ("It rains.\nMLA\nA paper.\nAPA\nA paper.", "APA"),
    ("He told a media conference that it rains.", "media"),
    ("A new mode called “Push” and maps are in the game.", "mode"),
    ("Ann Example wept. Jordan Sample admitted involvement in the attack.", "Jordan"),
    ("Bob Sample called the police.", "Bob"),
    ("A statement from the Sample Ministry said it rains.", "statement"),
    ("“This study shows that it rains,” he said.", "study"),
    ("The verdict was read aloud.", "verdict"),
    ("He talked to people who know him and say it rains.", "people"),
    ("The warning system urged residents of Loma to seek shelter.", "residents"),
    ("As noted, it rains.", "As"),
    ("Example, who is married, said the man sent private photos to lawmakers.", "man"),
    ("Sample Ltd responded by saying nothing.", "by"),
    ("He said it rains in a statement posted on Monday.", "statement"),
    ("Ann Example said it rains. Sample Bank reported a net loss of $5 million.", "Sample Bank"),
    ("Ann Example said it rains. The lead consultant for Sample Academy said it pours.", "consultant"),
    ("Bob Sample took to the road.", "Bob"),
    ("The couple took to Instagram.", "couple"),
    ("Losses fell from Rs 3,683 crore reported in May.", "crore"),
    ("Bob Sample shared a photo of the house.", "Bob"),
    ("In a photo that Bob Sample shared, it rains.", "Bob"),
    ("It rains, according to the 2010 Sample weather.", "Sample"),
    ("Bob Sample took to Facebook once again.", "Bob"),
    ("He told Bob 29 things.", "29"),
    ("It rains, as the work of economists had expected users to see.", "economists"),
    ("Ann Example wept. Players expected a win.", "Players"),
    ("“It rains,” said the tall wizened one.", "It rains"),
    ("He said: “I've seen various estimates.”", "various"),
    ("Ann Example wept. Bob Sample and Ann Example met. “It rains,” he said.", "Bob"),
    ("Bob Sample's car is red. “It rains,” he said.", "Bob"),
    ("Bob Sample wept. “It rains,” said Ann Example. “It pours,” she added.", "Bob"),
    ("Bob Sample lied when he said it rains.", "Bob"),
    ("Bob Sample Wins Again\n“It rains,” he said.", "Bob"),
    ("Nobody said it rains. Tradition says it pours.", "Tradition"),
    ("Multiple published reports say that it rains.", "Multiple"),
    ("The Sample Manifesto published on Monday vowed to help.", "published on"),
    ("“The mayor told us it rains,” Ann Example said.", "mayor"),
    ("Ann Example said: “It rains.\n“The mayor says it pours. It does.", "mayor"),
    ("Ann Example wept. Sampleco recalled its cars from Ruritania.", "Sampleco"),
    ("Ann Example wept. Bob Sample posted a record time on Friday.", "Bob"),
    ("Ann Example wept. Prosecutors added a charge for two men.", "Prosecutors"),
    ("It is 10 per cent less REUTERS", "REUTERS"),
    ("Ann Example said that the Sample Office is adding rules that help.", "Office"),
    ("Ann Example wept. Bob Sample applauded the plan.", "Bob"),
    ("Ann Sample is a cook and Bob Example is a painter. And he tweets.", "Sample"),
    ("Ann Example wept. Bob Sample had also admitted involvement in the attack and was awaiting trial.", "Bob"),
    ("Sale Price: $12\nSale Price: $15", "Sale"),
    ("READ: Example asked Ruritania president to look into activities of the firm: call summary", "Example"),
]


def citations(text: str):
    registry = load_registry()
    names = registry.find_names(text, "en")
    outlet = read_outlet(text, "en", names, None, None, None, registry)
    return read_citations(text, "en", names, outlet, None, read_recaps(text, "en"), None, registry)


@pytest.mark.parametrize(("text", "words", "role", "name"), CITED)
def test_a_source_is_cited_under_its_name(text, words, role, name):
    found = [(c.source_as_given, c.role, c.source_name) for c in citations(text)]
    assert any(words in given and (role, name) == (r, n) for given, r, n in found), found


@pytest.mark.parametrize(("text", "words"), NOT_CITED)
def test_who_says_nothing_is_not_cited(text, words):
    assert not any(words in c.source_as_given and not c.source_as_given.startswith("Ann") for c in citations(text))


@pytest.mark.parametrize(("text", "channel"), [
    ("In a tweet on Monday, Ann Example said it rains.", "x"),
    ("In a statement posted on Facebook, the mayor, Ann Example, said it rains.", "facebook"),
    ("In an essay, Ann Example said it rains.", None),
    ("On Instagram, fans were quick to post. Ann Example said it rains.", None),
])
def test_a_platform_in_front_is_the_channel(text, channel):
    assert [c.channel for c in citations(text)][-1] == channel


def test_a_medium_told_by_somebody_unread_hangs_on_nobody():
    found = citations("The Harbour Board says it rains. The wizened gardener of that place told Reuters that it pours.")
    assert [(c.source_name, c.via_position) for c in found if c.role == "venue"] == [("Reuters", None)]


def test_two_people_of_one_surname_stay_two():
    text = "“It rains,” said Ann Example. “It does not,” said Bob Example."
    assert [c.source_name for c in citations(text)] == ["Ann Example", "Bob Example"]


def test_a_surname_that_somebody_known_bears_is_not_that_person():
    assert [c.source_id for c in citations("“It rains,” said Zavia Trump.")] == [None]


def test_a_given_name_is_not_somebody_else_of_that_surname():
    text = "Taylor Example said on Thursday that she may not perform. Taylor also urged other artists to speak. Example said she was sad."
    registry = load_registry()
    names = registry.find_names(text, "en")
    outlet = read_outlet(text, "en", names, None, None, None, registry)
    cited = read_citations(text, "en", names, outlet, None, read_recaps(text, "en"), None, registry)
    assert {c.source_name for c in cited} == {"Taylor Example"}


@pytest.mark.parametrize("text", [
    "Russian President Vladimir Putin said it rains. South Korea’s president said it snows.",
    "British Foreign Secretary David Lammy said it rains. The Indian Foreign Secretary said it snows.",
    "Loma coach Ann Example said it rains. The Sample coach said it snows.",
])
def test_the_same_title_of_another_country_or_body_is_somebody_else(text):
    first, second = citations(text)
    assert second.source_kind == "unnamed" and second.source_name != first.source_name


def test_a_title_with_its_country_is_who_holds_it():
    assert {c.source_name for c in citations("President Emmanuel Macron said it rains. The French president said it snows.")} == {"Emmanuel Macron"}


def test_a_bare_title_is_not_a_person_of_another_office():
    found = read("The road will open, Mayor Hazel Blank said. Two trucks were in the river, the county sheriff said.", "en")
    assert [(c.source_as_given, c.source_name) for c in found] == [("Mayor Hazel Blank", "Hazel Blank"), ("county sheriff", "county sheriff")]
    found = read("The road will open, Mayor Hazel Blank said. The plan is ready, the mayor said.", "en")
    assert {c.source_name for c in found} == {"Hazel Blank"}


def test_the_president_is_the_one_who_was_cited_last_of_those_in_office():
    text = "Donald Trump met President Volodymyr Zelenskyy. Trump said it rained. The president said it poured."
    assert {c.source_name for c in read(text, "en", anchor=Anchor(2019, 11, 1))} == {"Donald Trump"}
    assert read(text, "en", anchor=Anchor(2023, 11, 1))[-1].source_name == "Volodymyr Zelenskyy"


def test_who_is_named_beside_a_programme_spoke_there_however_far_away_he_was_cited():
    filler = "The hall stands by the river and it is old. " * 20
    found = read(f"Ann Example said it rains.\n{filler}\nExample, who was speaking on Loma FM, was late.", "en")
    assert [(c.role, c.channel) for c in found] == [("speaker", "broadcast"), ("venue", "broadcast")]
    found = read(f"Ann Example said it rains.\n{filler}\nBob Sample, who was speaking on Loma FM, was late.", "en")
    assert ("speaker", "broadcast") not in {(c.role, c.channel) for c in found if c.source_name == "Ann Example"}


def test_a_trade_may_be_a_surname():
    assert {c.source_name for c in read("Mark Farmer, 40, said it was safe. Farmer told us so.", "en")} == {"Mark Farmer"}
    assert [c.source_name for c in read("A farmer said it was safe.", "en")] == ["farmer"]


@pytest.mark.parametrize("aside", ["40", "asked about it", "speaking on condition of anonymity", "who had seen it"])
def test_somebody_without_a_name_of_whom_more_is_said(aside):
    assert [c.source_as_given for c in read(f"A senior aide, {aside}, said it was safe.", "en")] == ["senior aide"]
    assert [c.source_as_given for c in read(f"He met a senior aide, {aside}, said Ann Example.", "en")] == ["Ann Example"]


@pytest.mark.parametrize(("text", "named"), [
    ("eBay said that the sale will begin.", "eBay"),
    ("Ann Example – who is 40 – said it was safe.", "Ann Example"),
    ("Bears will compete in new tests, the Interior Ministry announced yesterday.", "Interior Ministry"),
    ("The rules changed as announced by Mayor Ann Example.", "Ann Example"),
    ("The ex-teacher said it was safe.", "ex-teacher"),
])
def test_who_says_it(text, named):
    assert [c.source_name for c in read(text, "en")] == [named]


def test_a_place_before_dashes_says_nothing():
    assert not read("Families in Sample County, Loma – where it rained – announced a feast.", "en")
