"""Damaged texts as pages, feeds, wires and PDF files leave them, by rule, marked with [[ ]]."""

from __future__ import annotations

P1 = (
    "The water board in Brackwell has raised its charges by four per cent, saying that the pipes "
    "under the old town can wait no longer."
)
P2 = (
    "Households will pay about nine pounds more a year, the board's finance director said, and "
    "farms on the plain will pay by the litre from October."
)
P3 = "Councillors from both parties called the rise fair but late."

DAMAGED: dict[str, tuple[str, ...]] = {
    "empty-lead-in": (
        f"{P1}\n\n[[The new charges will apply to the following users:]]\n\n{P2} {P3}",
        f"{P1} {P3} [[The villages that are affected include:]]\n\n{P2}\n\nThe work begins in May.",
        f"{P1}\n\n{P2} [[The figures are shown in the table below:]]\n\nCouncillor Ada Finch said "
        "that she would vote for the rise. She had seen the pipes herself.",
        f"{P1} [[Major findings of the survey include:]]\n\nHowever, the board has not said who "
        "will pay for the report. It cost more than the pipes of one street.",
        f"{P1}\n\n{P2}\n\n[[Residents are advised to take the following steps:]]",
        f"{P1} [[The committee's recommendations were as follows:]]\n\nWhat Comes Next\n\n{P2}\n\n"
        f"{P3}",
        f"{P1} [[Some of the notable features of the scheme are:]]\n\nThe minister later told "
        f"reporters that the scheme would be reviewed in a year. {P3}",
        f"{P1} {P3} [[His demands included the following:]]\n\nMeanwhile, the union has called a "
        "meeting for Thursday evening in the corn exchange.",
        f"{P1} [[Here is the full list of the streets:]]\n\n{P2} {P3}",
        f"{P1} [[Watch the video below:]]\n\n{P2} {P3}",
    ),
    "orphan-heading": (
        f"{P1}\n\n{P2}\n\n[[What happens next]]",
        f"{P1}\n\n{P2}\n\n[[Conclusion]]",
        f"{P1}\n\n[[Key Takeaways]]\n\nBackground\n\n{P2}",
        f"Rising Costs and Falling Pressure\n\n{P1}\n\nRegional Cooperation\n\n{P2}\n\nA "
        "Question of "
        f"Funding\n\n{P3} The vote is open.\n\n[[Future Implications and Challenges]]",
        f"{P1}\n\n{P2}\n\n[[Looking Ahead]]",
        f"{P1}\n\n{P2}\n\n[[Why it matters]]",
        f"{P1}\n\n{P2}\n\n[[Implications for the Region]]",
    ),
    "torn-table": (
        f"{P1}\n\n[[Year\nCharge\nHouseholds\n2021\n£310\n41,200\n2022\n£322\n41,950\n2023\n£335\n"
        f"42,300]]\n\n{P2}",
        f"{P1}\n\n{P2}\n\n[[Date No. of Leaks Significant Event\nMarch 2021 14 First survey\n"
        "June 2022 29 Main Street flooded\nMay 2023]]",
        f"{P1}\n\n[[Ward Households Leaks per km\nNorth 4,120 2.1\nSouth 3,870 1.4\nHarbour 2,905 "
        f"3.3]]\n\n{P2}",
        f"{P1}\n\n[[District\nVotes\nShare\nNorth\n12,400\n41%\nSouth\n9,800\n33%\nHarbour\n7,600\n"
        f"26%]]\n\n{P2}",
        f"{P1}\n\n[[| Ward | Charge |\n| North | £310\n| South |]]\n\n{P2}",
        f"{P1}\n\n[[Rank Country Reserves (tonnes) Share 1 Orvane 8,133 21% 2 Kestria 3,352 9% 3 "
        f"Dren 2,451 6%]]\n\n{P2}",
        f"{P1}\n\n[[Zone|Single|Return\nA|2.40|4.50\nB|3.10|5.90|21.00\nC||]]\n\n{P2}",
        f"{P1}\n\n[[YearRainfall (mm)Rank2019412720203884]] {P2}",
        f"{P1}\n\n[[YearChargeHouseholds2021£31041,2002022£32241,950]]\n\n{P2}",
        f"{P1}\n\n[[Quarter Revenue Profit Margin\nQ1 2023 4.2 1.1 26%\nQ2 2023 4.6 1.3 28%\nQ3 "
        f"2023 4.1]]\n\n{P2}",
    ),
    "truncated-end": (
        f"{P1}\n\n[[The board's chairman, who has held the post for eleven years and]]",
        f"{P1} {P2} [[Engineers expect the first street to be dug up in […]]]",
        f"{P1} [[Engineers expect the first street to be dug up in the...]] [[Read more]]",
        f"{P1}\n\n[[Engineers expect the first street to be dug up in May, and the last before the "
        "winter of next year, when the ministr]]",
        f"{P1}\n\n{P2} [[It is not clear whether the]]",
        f"{P1} [[Engineers expect the first street to be dug up in May, wh… [+2310 chars]]]",
        f"{P1}\n\n[[“We have no choice,” said the chairman, adding that the board had looked at "
        "loans, grants and]]",
        f"{P1}\n\n[[Engineers expect the first street to be dug up in May, according to]]",
        f"{P1} [[Engineers expect that the first street will be dug up agai…]]",
        f"{P1} [[Engineers expect the first str...]]\n\n[[Continue reading]]",
    ),
    "repeated-title": (
        f"Water charges rise in Brackwell\n\n[[Water charges rise in Brackwell]]\n\n{P1}\n\n{P2}",
        "Water charges rise in Brackwell\n\nBy Ada Finch\n\n[[Water charges rise in "
        "Brackwell]]\n\n"
        f"{P1}\n\n{P2}",
        f"Water Charges Rise in Brackwell - The Plain Dealer\n[[Water Charges Rise in Brackwell]]\n"
        f"{P1}\n{P2}",
        f"WATER CHARGES RISE IN BRACKWELL\n\n[[Water charges rise in Brackwell]]\n\n{P1}\n\n{P2}",
        f"Water charges rise in Brackwell\n\n{P1}\n\n{P2}\n\n[[Water charges rise in Brackwell]]",
        f"Water charges rise as pipes fail [[Water charges rise as pipes fail]]\n\n{P1}\n\n{P2}",
        f"Home\n\nWater charges rise in Brackwell\n\n12 May 2024\n\n[[Water charges rise in "
        f"Brackwell]]\n\n{P1}\n\n{P2}",
        f"Water charges rise in Brackwell, again\n\n[[Water charges rise in Brackwell, again | "
        f"Brackwell Echo]]\n\n{P1}\n\n{P2}",
    ),
    "repeated-paragraph": (
        f"{P1}\n\n{P2}\n\n[[{P1}]]\n\n{P3}",
        f"{P1}\n\n[[{P1}]]\n\n{P2}",
        f"{P1}\n\n{P2}\n\n{P3}\n\n[[{P1}\n\n{P2}\n\n{P3}]]",
        f"{P1} {P3}\n{P2}\n[[{P1} {P3}]]",
        f"{P1}\n\n“{P2}”\n\n{P3}\n\n[[“{P2}”]]",
        f"{P2}\n\n{P3}\n\n{P1}\n\n[[{P2}]]",
        f"{P1}\n\n{P2}\n\n[[{P2}]]\n\n{P3} The vote is open.",
        f"Water charges rise\n\n{P1}\n\n{P2}\n\n[[{P1}]]",
    ),
    "repeated-sentence": (
        f"{P1} [[{P1}]] {P2}",
        f"{P3} [[{P3}]] {P2}",
        f"{P1}\n\nThe vote was close. {P2}\n\nNobody left early. [[{P2}]]",
        "The board met on Monday. [[The board met on Monday.]] It will meet again in May, when the "
        "engineers have looked at every street in the old town.",
        f"{P1} The first street to be dug up will be Cooper's Row, the engineers said. {P3}\n\n"
        "Nobody objected. [[The first street to be dug up will be Cooper's Row, the engineers "
        "said.]]",
        f"{P3} [[{P3}]]\n\n{P1}\n\n{P2}",
        f"“The pipes are older than the town hall,” she said. [[“The pipes are older than the town "
        f"hall,” she said.]] {P1}",
        f"{P2} A second reservoir will be built behind the mill. [[A second reservoir will be "
        "built "
        f"behind the mill.]] {P1}",
    ),
    "repeated-word": (
        "The board said on Monday that [[the the]] pipes would be replaced.",
        "Prices [[are are]] rising, and nobody knows [[when when]] they will fall.",
        "It was the first rise [[in in]] the past nine years, the director said.",
        "The [[council council]] met on Monday.",
        "She was [[a a]] member of the board [[for for]] years.",
        "They agreed [[to to]] raise the charge [[by by]] four per cent.",
        "The work [[will will]] start in May unless it rains.",
        "She said [[that that]] the pipes were older than the town.",
        "Nobody [[has has]] seen the plan [[and and]] nobody will.",
    ),
    "placeholder-text": (
        f"{P1}\n\n[[Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do "
        f"eiusmod.]]\n\n{P2}",
        "The chairman, [[[NAME]]], said the rise was fair.",
        "The rise will cost [[XX]] households about [[$XX]] a year.",
        f"{P1}\n\n[[[Insert quote from the mayor here]]]\n\n{P2}",
        "The plant, which employs [[TK]] people, will close.",
        f"[[Your headline here]]\n\n{P1}\n\n{P2}",
        f"{P1}\n\n[[Add your caption text here]]\n\n{P2}",
        "Dear [[{{ subscriber.name }}]], your charge will rise.",
        f"{P1}\n\n[[[IMAGE PLACEHOLDER]]]\n\n{P2}",
        f"{P1}\n\n[[[TO BE ADDED: figures from the finance department]]]\n\n{P2}",
        f"{P1}\n\n[[Click to edit this text]]\n\n{P2}",
        "The rise was agreed by [[[number]]] councillors on [[[DATE]]].",
        f"{P1} [[[quote to come]]] {P2}",
        f"{P1}\n\n[[This is sample text. Replace it with your own.]]\n\n{P2}",
    ),
    "residue": (
        f"[[date 2024-05-12]] {P1}",
        f"[[2024-05-12T10:32:00Z]] {P1}",
        f"[[Published: May 12, 2024 10:32 am IST]] {P1}",
        f"[[Posted on 12 May 2024 by admin]] {P1}",
        f"[[By Staff Reporter]] {P1}",
        f"[[PTI]] {P1}",
        f"[[Last updated: 12/05/2024 14:05]] {P1}",
        f"[[May 12, 2024]] {P1}\n\n{P2}",
        f"[[(Reuters)]]{P1}",
        f"[[Updated 3 hours ago]] {P1}",
        f"[[By Ada Finch, Staff Writer | May 12, 2024]] {P1}",
        f"[[Web Desk]] {P1}\n\n{P2}",
        f"[[title: Water charges rise author: Ada Finch]] {P1}",
        f"[[Sunday, 12 May 2024 09:15]] {P1}",
        f"[[News Desk May 12, 2024]] {P1}",
        f"[[/ 12 March 2018]] {P1}",
        f"[[By: Echo News Service | Brackwell | Updated: May 12, 2024 9:12 am]] {P1}",
        f"[[Published 2 days ago on May 12, 2024 By Ada Finch]] {P1}",
        f"[[Staff Report -]] {P1}",
    ),
    "menu": (
        f"[[HomeNewsSportBusinessOpinion]]\n\n{P1}\n\n{P2}",
        f"[[Home » News » Local]]\n\n{P1}\n\n{P2}",
        f"[[Home]]\n[[News]]\n[[Sport]]\n[[Weather]]\n[[Contact us]]\n\n{P1}\n\n{P2}",
        f"[[News | Sport | Business | Lifestyle | Travel]]\n\n{P1}\n\n{P2}",
        f"[[PoliticsWorldEconomyTechVideo]]\n\n{P1}\n\n{P2}",
        f"{P1}\n\n{P2}\n\n[[FacebookTwitterWhatsAppEmail]]",
        f"[[Latest News Pakistan World Business Sports Entertainment Videos]]\n\n{P1}\n\n{P2}",
        f"[[BusinessGovernmentRegionTop Stories]]\n\n{P1}\n\n{P2}",
    ),
    "furniture": (
        f"{P1}\n\n{P2}\n\n[[Tags: water, charges, Brackwell]]",
        f"{P1}\n\n[[Leave a comment]]\n\n[[Your email address will not be published.]]",
        f"{P1}\n\n{P2}\n\n[[Log in to leave a comment]]",
        f"{P1}\n\n{P2}\n\n[[0 Comments]]",
        f"{P1}\n\n{P2}\n\n[[Have your say in the comments below]]",
        f"{P1}\n\n[[Subscribe to our newsletter for the latest water news]]\n\n{P2}",
        f"{P1}\n\n[[Get the day's top stories delivered to your inbox]]\n\n{P2}",
        f"{P1}\n\n{P2}\n\n[[Share on Facebook]]\n[[Share on Twitter]]\n[[Share on WhatsApp]]",
        f"{P1}\n\n{P2}\n\n[[Follow us on Facebook, Twitter and Instagram for more updates]]",
        f"{P1}\n\n{P2}\n\n[[Join our WhatsApp channel for breaking news]]",
        "[[This website uses cookies to improve your experience. By continuing you accept our "
        "use of "
        f"cookies.]]\n\n{P1}\n\n{P2}",
        f"{P1}\n\n[[Accept all cookies]]\n\n[[Manage preferences]]\n\n{P2}",
        f"{P1}\n\n[[ADVERTISEMENT]]\n\n{P2}",
        f"{P1}\n\n[[Advertisement - Scroll to continue]]\n\n{P2}",
        f"{P1}\n\n[[Story continues below this advert]]\n\n{P2}",
        f"{P1}\n\n[[ALSO READ: Pipes burst in three streets overnight]]\n\n{P2}",
        f"{P1}\n\n[[Read also: Pipes burst in three streets]]\n\n{P2}",
        f"{P1}\n\n{P2}\n\n[[You may also like]]\n\n[[Pipes burst in three streets]]\n\n[[Mill "
        "wheel to "
        "turn again]]",
        f"{P1}\n\n{P2}\n\n[[Related Posts]]\n\n[[Mill wheel to turn again after sixty years]]",
        f"{P1}\n\n[[RECOMMENDED STORIES]]\n\n{P2}",
        f"[[Photo: Ada Finch/Brackwell Echo]]\n\n{P1}\n\n{P2}",
        f"{P1}\n\n[[Image source, Getty Images]]\n\n[[Image caption, The old pipes]]\n\n{P2}",
        f"[[File photo]]\n\n{P1}\n\n{P2}",
        f"{P1}\n\n{P2}\n\n[[Back to Top]]",
        f"{P1}\n\n{P2}\n\n[[Click here to read the full report]]",
        f"[[Skip to main content]]\n\n{P1}\n\n{P2}",
        f"[[5 min read]]\n\n{P1}\n\n{P2}",
        f"{P1}\n\n{P2}\n\n[[Copyright © 2024 Brackwell Echo. All rights reserved.]]",
        f"{P1}\n\n{P2}\n\n[[© Brackwell Echo Media Group Ltd 2024]]",
        f"{P1}\n\n{P2}\n\n[[Powered by WordPress]]",
        f"{P1}\n\n{P2}\n\n[[Print this article]]\n\n[[Email to a friend]]",
        f"{P1}\n\n{P2}\n\n[[Previous article]]\n\n[[Next article]]",
        f"{P1}\n\n{P2} [[The post Water charges rise appeared first on Brackwell Echo.]]",
        f"{P1}\n\n{P2}\n\n[[Terms of Service | Privacy Policy | Contact Us]]",
        f"{P1}\n\n[[Support independent journalism. Become a member today.]]\n\n{P2}",
        f"{P1}\n\n[[Enter your email address]]\n\n[[Subscribe]]\n\n{P2}",
        f"{P1}\n\n{P2}\n\n[[Don't miss our daily bulletin – sign up here]]",
        f"{P1}\n\n{P2}\n\n[[Notify me of new posts by email.]]",
        f"{P1}\n\n{P2}\n\n[[Download the Echo app on Android and iOS]]",
        f"{P1}\n\n{P2}\n\n[[Load more]]",
        f"{P1}\n\n{P2}\n\n[[Report this ad]]",
        f"{P1}\n\n{P2}\n\n[[Trending Now]]",
        f"{P1}\n\n[[For the latest news and updates, follow our Google News channel.]]\n\n{P2}",
        f"{P1}\n\n{P2}\n\n[[Filed under: Water, Council]]",
        f"{P1}\n\n{P2}\n\n[[Views expressed are personal and do not reflect those of the "
        "newspaper.]]",
        f"{P1}\n\n[[This article may contain affiliate links; we may earn a commission.]]\n\n{P2}",
        f"{P1}\n\n[[Slideshow (4 Images)]]\n\n{P2}",
        f"{P1}\n\n[[JUST WATCHED Pipes burst Replay More Videos ... MUST WATCH]]\n\n{P2}",
        f"{P1}\n\n{P2}\n\n[[Read or Share this story: https://ec.example/2abc]]",
        f"{P1}\n\n{P2}\n\n[[By signing up you agree to receive email newsletters from us.]]",
        f"{P1}\n\n[[You must select a newsletter to subscribe to.]]\n\n{P2}",
        f"{P1}\n\n{P2}\n\n[[Write to Ada Finch at ada.finch@echo.example]]",
        f"{P1}\n\n{P2}\n\n[[First Published: March 3, 2024, 10:20 IST]]",
        f"{P1}\n\n{P2}\n\n[[To continue reading, please subscribe.]]",
        f"{P1} [[( Also on ECHO: Who pays for the pipes? )]]\n\n{P2}",
        f"{P1} Nobody was told, he said [[Click here to join our WhatsApp channel]]\n\n{P2}",
        f"[[March 3, 2025 10:21 am IST - BRACKWELL]] The high court asked for a reply.\n\n{P2}",
        f"[[Gift this article]]\n\n{P1}\n\n{P2}\n\n[[Vouchers are valid for 7 days.]]",
        f"[[Connect with us]]\n\n[[Published]]\n\n[[2 years ago]]\n\n{P1}\n\n{P2}",
        f"{P1}\n\n[[This advertisement has not loaded yet, but your article continues below.]]"
        f"\n\n{P2}",
        f"{P1}\n\n[[We apologise, but this video has failed to load.]]\n\n{P2}",
        f"{P1}\n\n{P2}\n\n[[The Echo is committed to maintaining a civil forum for discussion.]]",
        f"{P1}\n\n[[Do you know more? Email newsroom@echo.example]]\n\n{P2}",
        f"{P1}\n\n[[Add articles to your saved list and come back to them any time.]]\n\n{P2}",
        f"{P1}\n\n{P2}\n\n[[© RIPRODUZIONE RISERVATA]]",
        f"{P1}\n\n[[Lire aussi]]\n\n{P2}",
        f"[[Toggle the table of contents]]\n\n{P1}\n\n{P2}",
        f"{P1}\n\n{P2}\n\n[[This page was last edited on 3 March 2022, at 14:05.]]",
        f"{P1}\n\n{P2}\n\n[[The Echo is a member of the Media Council.]]",
        f"[[The pump house in Brackwell. — Echo/File]]\n\n{P1}\n\n{P2}",
    ),
}
