"""Where English articles have their information from: documents, the press, pages and papers that no registry has."""

import pytest

from tests.normalize.test_citations import read

CITED = [
    # the words of the source, its role, its channel
    ("A bridge is shut. The Loma Enterprise reports the county will mend it.", "Loma Enterprise", "immediate", None),
    ("A bridge is shut. The Courier reports the county will mend it.", "Courier", "immediate", None),
    ("A bridge is shut, the Loma Eagle reported Thursday.", "Loma Eagle", "immediate", None),
    ("A bridge is shut. Loma TV station KLMX reports the county will mend it.", "Loma TV station KLMX", "immediate", None),
    ("The Loma Health Department reports 30 cases.", "Loma Health Department", "immediate", None),
    ("The newest data released by Samplax two weeks ago reveals that it rains.", "Samplax", "immediate", None),
    ("Figures compiled by Samplestat show that it rains.", "Samplestat", "immediate", None),
    ("A study published by Samplefam suggests that it rains.", "Samplefam", "immediate", None),
    ("It rains, according to the LWB flood portal.", "LWB flood portal", "immediate", "website"),
    ("It rains, according to serial tipster @samplix.", "serial tipster @samplix", "immediate", "x"),
    ("The phone is seen thanks to leaked photos from tipster Ann Sample.", "tipster Ann Sample", "immediate", None),
    ("It rains, according to Department of Rivers and Harbours (DRH).", "Department of Rivers and Harbours", "immediate", None),
    ("The film made $5 million. — AFP-Relaxnews", "AFP-Relaxnews", "wire", None),
    ("The San Loma Journal reported that it rains.\n“It pours,” Ann Sample told the paper.", "paper", "venue", None),
    ("The San Loma Journal reported that it rains.\n“It pours,” Ann Sample said in an interview with the newspaper.", "newspaper", "venue", "interview"),
    ("The San Loma Journal reported that it rains.\n“It pours,” Ann Sample told the news outlet.", "news outlet", "venue", None),
    ("CNN on Monday, citing two officials, reported that it rains.", "CNN", "immediate", None),
    ("CNN on Monday, citing two officials, reported that it rains.", "two officials", "upstream", None),
    ("It rains, according to a new paper.", "new paper", "immediate", None),
    ("It rains, according to a story on The Athletic.", "The Athletic", "immediate", None),
    ("It rains, according to a summary provided by the Loma Council.", "Loma Council", "immediate", None),
    ("It rains, according to a tweet from the Loma Zoo.", "Loma Zoo", "immediate", "x"),
    ("It rains, according to the Loma Zoo's official Facebook page.", "Loma Zoo", "immediate", "facebook"),
    ("It rains, according to a post on the zoo's website.", "zoo", "immediate", "website"),
    ("It rains, according to the state health department's update.", "state health department", "immediate", None),
    ("It rains, according to Thursday’s press release.", "Thursday’s press release", "immediate", "press_service"),
    ("It rains, according to statistics released on Friday.", "statistics", "immediate", None),
    ("It rains, according to the 2010 Sample census.", "2010 Sample census", "immediate", None),
    ("It rains, according to Sampleco ratings data.", "Sampleco", "immediate", None),
    ("It rains, according to the personal finance blog Samplerich.", "personal finance blog Samplerich", "immediate", None),
    ("It rains, according to a biography of the king by John Sample.", "John Sample", "immediate", None),
    ("It rains, according to the French press.", "French press", "immediate", None),
    ("Spanish newspapers reported that it rains.", "Spanish newspapers", "immediate", None),
    ("It rains, according to Loma emergency services.", "Loma emergency services", "speaker", None),
    ("According to ratesample.ca, it rains.", "ratesample.ca", "immediate", None),
    ("It rains, the official Xinhua News Agency reported.", "official Xinhua News Agency", "immediate", None),
    ("Ann Sample told Ruritanian news agency ANSA that it rains.", "Ruritanian news agency ANSA", "venue", None),
    ("Ann Sample told the PA news agency that it rains.", "PA news agency", "venue", None),
    ("“It rains,” Ann Sample told the Courier on Monday.", "Courier", "venue", None),
    ("“It rains,” Ann Sample told The Sunday Gazette.", "The Sunday Gazette", "venue", None),
    ("“It rains,” Ann Sample told the Loma and Vega Advertiser.", "Loma and Vega Advertiser", "venue", None),
    ("“It rains,” Ann Sample told Loma Magazine.", "Loma Magazine", "venue", None),
    ("“It rains,” Ann Sample told the Loma news service.", "Loma news service", "venue", None),
    ("“It rains,” Ann Sample told US media.", "US media", "venue", None),
    ("“It rains,” Ann Sample told state television.", "state television", "venue", None),
    ("“It rains,” Ann Sample told Bob Example of Fox.", "Fox", "venue", None),
    ("“It rains,” Ann Sample told the club's official website.", "club's official website", "venue", "website"),
    ("“It rains,” Ann Sample told SAMPLA.com.", "SAMPLA.com", "venue", None),
    ("In an interview with football magazine So Sample, Ann Example said it rains.", "football magazine So Sample", "venue", "interview"),
    ("In an interview with ABC 7 News, Ann Sample said it rains.", "ABC 7 News", "venue", "interview"),
    ("In an interview with the Loma Broadcasting Corporation, Ann Sample said it rains.", "Loma Broadcasting Corporation", "venue", "interview"),
    ("“It rains,” Ann Sample said on CNN's Sample Show.", "CNN", "venue", "broadcast"),
    ("“It rains,” Ann Sample said on the BBC's Sample Show.", "Ann Sample", "speaker", "broadcast"),
    ("A study published in Sample Advances found that it rains.", "Sample Advances", "venue", None),
    ("The findings were published in the Journal of the Sample Association.", "Journal of the Sample Association", "venue", None),
    ("The study appears in Sample Letters.", "Sample Letters", "venue", None),
    ("A spokesman for the zoo has told Reuters it rains.", "spokesman for the zoo", "speaker", None),
    ("Ann Sample later told Reuters it rains.", "Ann Sample", "speaker", None),
    ("It rains, according to an RESP guide prepared by Sampleco.", "Sampleco", "immediate", None),
    ("It rains, according to the Loma Zoo website.", "Loma Zoo", "immediate", "website"),
    ("A Reuters investigation found that it rains.", "Reuters investigation", "immediate", None),
    ("ESPN ranks the team first.", "ESPN", "immediate", None),
    ("The story was first reported by the Loma Enterprise.", "Loma Enterprise", "immediate", None),
    ("The New York Times was the first to report that it rains.", "The New York Times", "immediate", None),
    ("It rains.\n[via Vice, images via Sample Pictures]", "Vice", "immediate", None),
    ("A YouGov poll for the Sunday Times found that it rains.", "YouGov poll", "immediate", None),
    ("The Loma Liquor Branch confirmed in a news release Thursday that it rains.", "Loma Liquor Branch", "immediate", "press_service"),
    ("In a press release, Ann Sample said it rains.", "Ann Sample", "speaker", "press_service"),
    ("A statement by the minister's spokeswoman, Ann Sample, said it rains.", "minister's spokeswoman, Ann Sample", "immediate", "press_service"),
    ("Writing on Instagram, Ann Sample said: “It rains.”", "Ann Sample", "immediate", "instagram"),
    ("In an op-ed for the Guardian, Ann Sample said it rains.", "the Guardian", "venue", None),
    ("In an interview broadcast on Sky News, Ann Sample said it rains.", "Sky News", "venue", "broadcast"),
    ("It rains.\nThis article originally appeared in The Sun.", "The Sun", "wire", None),
    ("It rains.\nThis article was originally published by Universe Today. Read the original article.", "Universe Today", "wire", None),
    ("It rains.\nREAD MORE: Boy of nine leaves school [CNN]\nMore on rain: It pours", "CNN", "immediate", None),
    ("According to a press release by the Loma Zoo, it rains.", "Loma Zoo", "immediate", "press_service"),
    ("A museum news release says it rains.", "museum news release", "immediate", "press_service"),
    ("New research from the University of Loma looked at students.", "University of Loma", "immediate", None),
    ("LOMA, Ohio (AP) - It rains. The Loma Liquor Branch said in a news release that it pours.", "Loma Liquor Branch", "immediate", "press_service"),
    ("LOMA, Ohio (AP) - The United States Geological Survey says it rains.", "The United States Geological Survey", "immediate", None),
    ("LOMA, Ohio (AP) - It rains, Ann Sample said. The United States Geological Survey says it pours.", "United States Geological Survey", "speaker", None),
    ("LOMA, Ohio (AP) - Police say it rains.", "Police", "speaker", None),
    ("“It rains,” said a statement from Loma ultras.", "Loma ultras", "immediate", None),
    ("A paper published in Sample Letters shows that it rains.", "paper", "immediate", None),
    ("New research published on Friday in the journal Nature suggests it rains.", "New research", "immediate", None),
    ("New research published on Friday in the journal Nature suggests it rains.", "journal Nature", "venue", None),
    ("The poll, conducted by Samplestat and the city, shows it rains.", "Samplestat", "immediate", None),
    ("A video posted by the Loma Weather Service shows a storm.", "Loma Weather Service", "immediate", None),
    ("Media reports said it rains.", "Media reports", "immediate", None),
    ("Multiple reports in Loma have claimed it rains.", "Multiple reports", "immediate", None),
    ("It was reported by Reuters that it rains.", "Reuters", "immediate", None),
    ("It rains, as reported by the Loma Broadcasting Corporation.", "Loma Broadcasting Corporation", "immediate", None),
    ("It rains, as reported by the council's press office.", "council's press office", "immediate", None),
    ("The storm was first spotted by Reuters.", "Reuters", "immediate", None),
    ("It rains, according to an official cited by Reuters.", "official", "speaker", None),
    ("It rains, according to an official cited by Reuters.", "Reuters", "immediate", None),
    ("It rains, according to sources speaking to CNN, who left.", "CNN", "venue", None),
    ("Police told local media the man was armed.", "local media", "venue", None),
    ("Ann Sample told a regional paper on Monday that it rains.", "regional paper", "venue", None),
    ("It rains.\nMaterials provided by University of Loma. Note: Content may be edited.", "University of Loma", "immediate", None),
]

MEDIA = [
    ("Bob Loma was asked by Sky Sports whether it rains.", "Sky Sports", "venue", None),
    ("“It rains,” Ann Sample said to The Wall Street Journal.", "The Wall Street Journal", "venue", None),
    ("Talking to IANS over phone, an official of the mayor's office said it rains.", "IANS", "venue", None),
    ("In a long interview given to the agency 'EFE', Ann's brother said it rains.", "EFE", "venue", "interview"),
    ("He told newspaper 'Marca' it rains.", "Marca", "venue", None),
    ("Speaking to The Athletic's Ann Sample, the boss said it rains.", "The Athletic", "venue", None),
    ("Appearing this week on Fox & Friends, Ann Sample hoped it rains, saying it pours.", "Fox & Friends", "venue", "broadcast"),
    ("Thursday on CNN’s “Sample Day,” Rep. Ann Sample (S-LO), a member of the panel, criticized the rain.", "CNN", "venue", "broadcast"),
    ("Ann Sample said on \"Fox & Friends\" Wednesday it rains.", "Fox & Friends", "venue", "broadcast"),
    ("Reports from Reuters say it rains.", "Reuters", "immediate", None),
    ("She told reporters (via news.com.au) it rains.", "news.com.au", "immediate", None),
    ("It rains.\nSource: IEEE Spectrum Via: Engadget", "IEEE Spectrum", "immediate", None),
    ("It rains.\nSource: IEEE Spectrum Via: Engadget", "Engadget", "immediate", None),
    ("LOMA, W.Va. (AP) - It rains in the town of Loma today.", "AP", "wire", None),
    ("It rains in Loma.\nREUTERS: Sampleco said on Thursday that it rains in the town of Loma and beyond.", "REUTERS", "wire", None),
    ("It rains in Loma, and it pours. -with AAP", "AAP", "wire", None),
    ("It rains in Loma, and it pours. ― Bernama", "Bernama", "wire", None),
    ("It rains in Loma, and it pours.\nThis report by The Canadian Press was first published Nov. 1, 2019.", "The Canadian Press", "wire", None),
    ("It rains in Loma, and it pours. The Associated Press contributed to this report.", "The Associated Press", "wire", None),
    ("It rains in Loma, and it pours.\nCopyright 2017 The Associated Press. All rights reserved.", "The Associated Press", "wire", None),
]

MEDIA += [
    ("AUSTIN, Texas (AP) - It rains in the town today, and it will pour.", "AP", "wire", None),
    ("LOMA, Dec. 23 (UPI) - It rains in the town today, and it will pour.", "UPI", "wire", None),
    ("Ann Sample told CBS 8 Sampleville that it rains.", "CBS 8 Sampleville", "venue", None),
    ("“It rains,” Ann Sample said in a statement via Sky News.", "Sky News", "immediate", None),
    ("It rains in Loma, and nobody knows why. [The Guardian] Feature image credit: Loma", "The Guardian", "immediate", None),
    ("Bob Sample confirmed his daughter’s death to Sky News.", "Sky News", "venue", None),
    ("The officer, Ann Sample, admitted in emailed responses to the Guardian that it rains.", "the Guardian", "venue", None),
    ("In a Reuters interview with the minister, Ann Sample said it rains.", "Reuters", "venue", "interview"),
]

PLATFORMS = [
    ("Ann Sample announced the birth on Instagram.", "Ann Sample", "immediate", "instagram"),
    ("The band shared the news in a Facebook post.", "band", "immediate", "facebook"),
    ("In a series of tweets, Ann Sample confirmed the switch, stating it rains.", "Ann Sample", "immediate", "x"),
    ("“It rains,” said Ann Sample, chief engineer at the new studio, in a blog post Monday.", "Ann Sample", "speaker", "website"),
    ("Ann Sample says it will rain “soon,” in a tweet sent on Monday.", "Ann Sample", "immediate", "x"),
    ("Sharing the photo on its Facebook page, the zoo wrote: “It rains.”", "zoo", "immediate", "facebook"),
    ("A Twitter user wrote: “It rains.”", "Twitter user", "immediate", "x"),
    ("It rains, Sampleco said in a release.", "Sampleco", "immediate", "press_service"),
    ("In a press statement, Sampleco said it rains.", "Sampleco", "immediate", "press_service"),
    ("A news release from the Samplers says it rains.", "Samplers", "immediate", "press_service"),
    ("It rains, according to a May press release.", "May press release", "immediate", "press_service"),
    ("It rains, according to an Oct. 30 press release from Sampleco.", "Sampleco", "immediate", "press_service"),
    ("The WHO said it rains.", "WHO", "immediate", None),
    ("It rains, according to WHO figures.", "WHO", "immediate", None),
    ("Court records indicate it rains.", "Court records", "immediate", None),
    ("Documents reveal that it rains.", "Documents", "immediate", None),
]

NOT_CITED = [
    ("It rains in Loma, and it pours. [The Guardian] is a paper.", "The Guardian"),
    ("If a website shows a notification, it rains.", "website"),
    ("Sampleco confirmed it was sold to the BBC.", "BBC"),
    ("The team is better than the numbers indicate.", "numbers"),
    ("What do the documents reveal?", "documents"),
    ("“The documents suggest it rains,” Ann Sample said.", "documents"),
    ("The firm announced a ban on Tuesday.", "firm"),
    ("She declined to comment when asked by Reuters.", "Reuters"),
    ("It rains in Loma, and it pours. Samplon Press contributed to this report.", "Samplon Press"),
    ("It rains in Loma.\nReuters: a company of Loma that has been there since the year 1900, and is old.", "Reuters"),
    ("August was wetter than initial reports suggested.", "reports"),
    ("It rains, and all reports suggest it will.", "reports"),
    ("The Loma Courier reports claims of fraud.", "reports"),
    ("It rains, according to its Q3 2019 shareholder letter.", "Q3 2019"),
    ("A book published by Samplax is sold in Loma, and says nothing.", "book"),
    ("A film produced by Samplax shows a man.", "Samplax"),
    ("Samplefam fell. The bridge built by Samplefam suggests wealth.", "Samplefam"),
    ("The phone is seen thanks to leaked photos from Samplax.", "Samplax"),
    ("It rains, according to the 2010 Loma flood game.", "flood"),
    ("“It pours,” Ann Sample told the paper.", "paper"),
    ("The San Loma Journal reported that it rains.\n“It pours,” said Ann Sample, writing for the paper.", "paper"),
    ("The San Loma Journal reported that it rains.\n“It pours,” Ann Sample told the paper’s readers.", "paper"),
    ("A bridge is shut. The Loma Bank reports a profit of $3 million.", "Loma Bank"),
    ("The Loma Health Department reports 3 percent growth.", "Loma Health Department"),
    ("If all goes according to plan, it rains.", "plan"),
    ("The law is the law, according to the order.", "order"),
    ("Ministers are chosen according to their rules.", "rules"),
    ("Prices vary according to size and demand.", "size"),
    ("They met at 10 p.m. in Loma, and it rained.", "p.m"),
    ("“It rains,” Ann Sample told the House Budget Committee.", "Committee"),
    ("“It rains,” Ann Sample told Bob Example.", "Example"),
    ("“It rains,” Ann Sample told the Leader of the House.", "House"),
    ("The study was published in South Korea.", "Korea"),
    ("The study was published in New York on Monday.", "York"),
    ("Her book was published in Loma Sample in 1990.", "Sample"),
    ("“It rains,” Ann Sample said on Monday.", "Monday"),
    ("The FBI announced a probe into the mayor.", "probe"),
    ("An investigation involves hush money paid by the mayor.", "investigation"),
    ("The team ranks first.", "team"),
    ("The post denied Sample a goal.", "post"),
    ("Findings from the phone were useful.", "phone"),
    ("The zoo opened in 1990, when the story of the elephants first appeared in Loma.", "Loma"),
    ("It rains.\nRead more: It pours [PDF]", "PDF"),
    ("Writing in Loma, Ann Sample said it rains.", "Loma"),
    ("The record release was shown in Loma by Sampleco.", "release"),
    ("He appears in Sample Letters, a film.", "Letters"),
]


@pytest.mark.parametrize(("text", "words", "role", "channel"), [*CITED, *MEDIA, *PLATFORMS])
def test_a_source_is_cited_as_what_it_is_to_the_article(text, words, role, channel):
    assert (words, role, channel) in [(c.source_as_given, c.role, c.channel) for c in read(text, "en")]


@pytest.mark.parametrize(("text", "words"), NOT_CITED)
def test_what_is_no_source_is_not_cited(text, words):
    assert not any(words in c.source_as_given for c in read(text, "en"))


def test_a_station_is_called_by_its_call_sign():
    assert [c.source_name for c in read("Loma TV station KLMX reports a bridge is shut.", "en")] == ["KLMX"]


def test_a_document_that_is_new_to_the_text_is_not_the_one_before():
    text = "A Reuters report said it rains. It pours, according to a complaint filed in Loma."
    assert [c.source_name for c in read(text, "en")] == ["Reuters", "complaint"]


def test_a_paper_called_by_one_word_is_the_one_named_before():
    names = [c.source_name for c in read("The San Loma Journal reported that it rains. “It pours,” Ann Sample told the Journal.", "en")]
    assert names == ["San Loma Journal", "Ann Sample", "San Loma Journal"]


def test_a_body_is_not_called_by_what_bears_its_name():
    text = "The newest data released by Samplax reveals that Samplax Chain, its program, is slow."
    assert [c.source_name for c in read(text, "en")] == ["Samplax"]


def test_a_short_name_in_brackets_is_the_whole_body():
    text = "It rains, according to Department of Rivers and Harbours (DRH).\nIt pours, according to the DRH."
    assert {c.source_name for c in read(text, "en")} == {"Department of Rivers and Harbours"}
    text = "It rains, according to the Department of Rivers and Mayor Ann Sample."
    assert [c.source_name for c in read(text, "en")] == ["Department of Rivers", "Ann Sample"]


def test_a_motoring_body_is_not_the_agency_of_its_letters():
    assert [c.source_name for c in read("It rains, the AA warned. President Sample spoke, Turkish state news agency AA reported.", "en")] == ["The AA", "Anadolu Agency"]


def test_who_gave_another_interview_is_not_who_spoke_before():
    cited = read("Ann Sample said it rains. Her words came a day after a Reuters interview with Bob Sample.", "en")
    assert [(c.source_name, c.channel) for c in cited] == [("Ann Sample", None), ("Reuters", "interview")]
