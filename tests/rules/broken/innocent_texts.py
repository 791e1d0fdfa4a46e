"""Good texts that look like damage: quoting it, writing about it, repeating on purpose."""

from __future__ import annotations

INNOCENT: tuple[str, ...] = (
    # About the things themselves.
    "Printers have used “Lorem ipsum dolor sit amet” to fill pages since the sixteenth century. "
    "The "
    "words come from Cicero, a scholar in Leeds found.",
    "Lorem ipsum, the dummy text that designers paste into empty pages, is bad Latin. Nobody has "
    "ever read it to the end, the exhibition says.",
    "The regulator fined the airline two million pounds because its site used cookies before "
    "visitors had agreed. The airline said it would change its cookie policy.",
    "Cookies\n\nThe small files that websites leave on a computer are called cookies. They were "
    "invented in 1994, and most people accept them all without reading.",
    "Most newsletters die young. Of the forty that started in the county in 2019, six are still "
    "sent out, and only two ask readers to subscribe for money.",
    "How to leave a newsletter\n\nOpen the last issue, look for the word unsubscribe at the very "
    "bottom and follow the link. You should not have to log in.",
    "Advertising in the county's four weeklies fell by a third last year. An advertisement on the "
    "front page now costs less than it did in 1990.",
    "The paper printed the word Advertisement above the article, but too small, the court said. "
    "Sponsored content must be marked so that a hurried reader sees it.",
    "She typed “Leave a Reply” into the box by mistake, and the whole office saw it. The firm that "
    "makes the form has apologised.",
    "Readers may comment on the plan until 4 June. The council will publish every comment, but not "
    "the names and addresses of those who wrote.",
    "Copyright law lets a library copy one chapter for a reader. All rights reserved, the phrase "
    "printed in most books, has had no legal force since 2000.",
    "The template said “[INSERT NAME]” where the name of the mayor should have been, and two "
    "hundred "
    "letters had gone out before anybody noticed.",
    "Reporters write TK, short for “to come”, where a fact is missing. Editors search for the two "
    "letters because hardly any English word holds them.",
    "The headline read “Council to close pool”. The council had decided no such thing, and the "
    "paper "
    "printed a correction the next day under the headline “Council keeps pool”.",
    "To share a photo, open it, press the arrow and choose a name. Facebook and Instagram shrink "
    "large files, so send the best ones by email.",
    "Click on Settings, then on Privacy, and switch off the last item. The telephone will ask "
    "twice "
    "whether you are sure.",
    "The site greets visitors with the words: “We use cookies to improve your experience.” Nobody "
    "at the firm could say what the sentence means.",
    "The word “undefined” appeared on ten thousand pay slips after a programmer left out one line. "
    "Staff were paid on time, the company said.",
    # Repetition on purpose.
    "He had had enough, and she said that that was that. What it is is a question of money, and "
    "the "
    "house they moved in in May was sold in June.",
    "“It was a very, very long night,” she said. “We sang and sang and sang. No, no, no, I told "
    "them, not that song again.”",
    "It rained on Monday. It rained on Tuesday. On Wednesday the river rose, and on Thursday the "
    "bridge was gone.",
    "We will not give up the school. We will not give up the clinic. We will not give up the line "
    "to the coast, and we will not give up this town.",
    "And did the sea come in?\nThe sea came in.\nAnd did the wall hold out?\nThe wall held "
    "out.\n\nAnd "
    "did the sea come in?\nThe sea came in.\nAnd did the lamp go out?\nThe lamp went out.",
    "Sleep, little boat, the tide is low,\nSleep, little boat, sleep.\nThe herring lie in silver "
    "row,\nSleep, little boat, sleep.\n\nSleep, little boat, the moon is round,\nSleep, little "
    "boat, "
    "sleep.",
    "Let it be said that we were poor.\n\nLet it be said that we were few.\n\nLet it be said "
    "that we "
    "were tired.\n\nBut let nobody say that we were silent, the speaker told the crowd in the "
    "square.",
    "Boutros Boutros-Ghali met the band Duran Duran in Walla Walla, where the couscous was so so "
    "and "
    "the night was long, long, long.",
    "The judge asked whether she was sure. She said she was sure. He asked again whether she was "
    "sure, and again she said that she was.",
    "A spokesman for the bank did not respond to a request for comment. The regulator wrote to "
    "three "
    "other lenders. A spokeswoman for the second did not respond to a request for comment.",
    # Lists and forms of text.
    "The main points are:\n\n- charges rise by four per cent\n- farms pay by the litre\n- the "
    "poorest "
    "pay nothing\n\nThe board meets again in May.",
    "The board made three promises:\n\n1. No street will be closed for more than a week.\n2. "
    "Nobody "
    "will be without water overnight.\n3. Shops will be paid for lost trade.",
    "The winners were:\nBest loaf: Ada Finch\nBest cake: Tom Reed\nBest in show: Ruth Amory\n\nThe "
    "prizes were given by the mayor on Saturday.",
    "The measures include:\n\nA levy on farms of more than forty hectares, to be paid by the litre "
    "from October and reviewed after two years.\n\nA fund for households that cannot pay, filled "
    "by "
    "the levy and run by the council.\n\nA new reservoir behind the mill.",
    "In a statement on Monday the board said:\n\nThe pipes under the old town can wait no "
    "longer. We "
    "have looked at loans, at grants and at our own reserves, and none of them is enough.",
    "There are two reasons for this:\n\nThe first is money. The board has none, and the county has "
    "promised what it has to the school.\n\nThe second is time.",
    "Q: Why now?\n\nA: Because the pipes are ninety years old.\n\nQ: Who pays?\n\nA: Everybody, "
    "but "
    "farms pay by the litre.\n\nQ: When does it start?\n\nA: In October.",
    "Onion soup\n\nServes 4\n\nIngredients\n\n6 large onions\n50 g butter\n1 litre stock\n4 slices "
    "bread\n\nMethod\n\nSlice the onions. Melt the butter. Cook slowly for an hour. Add the stock.",
    "Beat the eggs. Add the sugar. Beat again. Pour half of the batter into the tin. Bake for "
    "twenty "
    "minutes. Pour in the rest of the batter. Bake for twenty minutes.",
    "Results\n\nBrackwell 2 Portham 1\nEllis Town 0 Mill United 0\nNorthgate 3 Quay Rovers 2\n\n"
    "Brackwell stay top on goal difference.",
    "Ward        Households   Leaks\nNorth       4,120        2.1\nSouth       3,870        1.4\n"
    "Harbour     2,905        3.3\n\nThe harbour ward has the oldest pipes.",
    "| Ward | Leaks |\n| --- | --- |\n| North | 2.1 |\n| South | 1.4 |\n\nThe north has more "
    "leaks.",
    "1921 The first pipes are laid.\n1954 The flood.\n1990 The board is founded.\n2024 The charges "
    "rise.\n\nThe archive shows every map from those years.",
    "Timeline\n\nMarch 2021: A main bursts in Cooper's Row.\n\nJune 2022: Main Street is "
    "flooded.\n\n"
    "May 2024: The board raises its charges.",
    "7.00pm The Archers\n7.15pm Front Row\n8.00pm A History of Water\n8.30pm Analysis\n9.00pm News",
    "Politics\n\nThe prime minister flew to Oslo.\n\nBusiness\n\nThe bank kept its "
    "rate.\n\nSport\n\n"
    "The town lost again.\n\nWeather\n\nRain, then more rain.",
    "MARGARET: You never said.\n\nJOHN: You never asked.\n\nMARGARET: I am asking now.\n\nJOHN: "
    "And I "
    "am not saying.",
    "Act One\n\nScene One\n\nA kitchen in Brackwell. Rain on the window. Margaret stands at the "
    "sink "
    "with her back to the door.",
    "Part One\n\nThe Flood\n\nNobody in the upper town heard the wall go. It went at four in the "
    "morning, when even the baker was asleep.",
    # Heads and feet of good articles.
    "ISLAMABAD (Reuters) - The central bank kept its rate at 22 per cent on Monday, as most of "
    "those "
    "asked by the agency had expected.",
    "NEW DELHI, May 12 (PTI) The central bank kept its rate on Monday, as most of those asked by "
    "the "
    "agency had expected.",
    "KARACHI: The central bank kept its rate at 22 per cent on Monday, and the rupee gained a "
    "little "
    "against the dollar.",
    "BRACKWELL, May 12, 2024 -- The water board has raised its charges by four per cent, saying "
    "that "
    "the pipes can wait no longer.",
    "New Delhi [India], May 12 (ANI): The central bank kept its rate on Monday, as most of those "
    "asked by the agency had expected.",
    "Water charges rise\n\nBy Ada Finch\n\nMay 12, 2024\n\nThe water board has raised its "
    "charges by "
    "four per cent, saying that the pipes can wait no longer.",
    "Water charges rise\n\nPublished: 12 May 2024\n\nThe water board has raised its charges by "
    "four "
    "per cent, saying that the pipes can wait no longer.",
    "May 12, 2024 was the day on which the wall gave way. On May 13 the army came, and by the "
    "end of "
    "the month the town was dry.",
    "Two months ago the town had a wall. Three days ago it had a bridge. Now it has neither, and "
    "the "
    "ferry has not come since Tuesday.",
    "Reuters and AFP reported on Monday that the wall had given way. AP Singh, who runs the mill, "
    "said he had heard it go.",
    "By Monday The Echo had sold every copy. By Tuesday the Herald had, too.",
    "The wall gave way at four in the morning, and the baker was the first to see "
    "it.\n\n(Reporting "
    "by Ada Finch in Brackwell; Editing by Tom Reed)",
    "The wall gave way at four in the morning, and the baker was the first to see it.\n\n— With "
    "inputs from agencies",
    "The wall gave way at four in the morning, and the baker was the first to see it.\n\nAda "
    "Finch is "
    "the author of a history of the town.",
    "The wall gave way at four in the morning, and the baker was the first to see it.\n\nThe "
    "writer is "
    "a retired engineer. She can be reached at ada@example.com.",
    "The wall gave way at four in the morning, and the baker was the first to see it.\n\nA. F.",
    "The wall gave way at four in the morning. More about its history is found at "
    "https://example.org/wall",
    "The wall gave way at four in the morning. “And that,” said the baker, “was the end of the "
    "wall.”",
    "The wall gave way at four in the morning. Nobody has built another. Nobody has even asked…",
    "The wall gave way at four in the morning, and then there was only the sound of the water...",
    "Sir,\n\nThe wall gave way because nobody paid for it. I wrote to the council in 2019, and "
    "again "
    "in 2021.\n\nYours faithfully,\n\nRuth Amory\nMill Lane, Brackwell",
    "The wall gave way at four in the morning, and the baker was the first to see it.\n\nENDS",
    "The wall gave way at four. So who will pay for the next one? And what happens when the sea "
    "comes "
    "back?",
    "The wall gave way at four in the morning.\n\nWho will pay for the next one?",
    # Names, numbers and other things with an odd look.
    "YouTube, LinkedIn, PayPal and WhatsApp sent their lawyers. So did McDonald and MacKenzie, "
    "JavaScript's makers and the DuPont family.",
    "The function getElementById and the class AbstractSingletonProxyFactoryBean are older than "
    "the "
    "students who have to use them.",
    "The hashtag #SaveOurSeaWall was used nine thousand times on Monday, and #HomeNewsSport twice.",
    "TK Maxx will open where the bakery was. Rent is Tk 500 a metre, about the same as in Dhaka, "
    "said "
    "TK Rao, who owns the row.",
    "Louis XX is not a king, Superbowl XX was played in 1986, and women have two X chromosomes, or "
    "XX chromosomes as biologists say.",
    "“He [the mayor] never came,” she said. “We told [name withheld] that the wall would go, and "
    "[they] laughed.”",
    "The dosage is one tablet [see leaflet] a day. Do not take more than eight in a day. Do not "
    "take "
    "more than two at once. Keep out of reach of children.",
    "In 2021, 41,200 households paid £310; in 2022, 41,950 paid £322; and in 2023, 42,300 paid "
    "£335, "
    "the board's figures show.",
    "Health, Energy, Transport and Education will each lose four per cent, the minister said; "
    "Defence "
    "and Justice will not.",
    "Home is where the news is bad, the sport is worse and the weather is worst, the comedian "
    "said on "
    "her last tour.",
    "Support for the wall is growing. Follow the path along the quay, and you will see a poster in "
    "every window. Read one, and you have read them all.",
    "Photo of the year went to a nurse from Leeds. Image is everything, the jury said, and hers "
    "was "
    "made with a borrowed camera.",
    "Related studies in Norway found the same. More research is needed, Dr Hagen said, and more "
    "money.",
    "Previous governments had promised a wall. Next year's budget has no line for one. The "
    "opposition "
    "calls it a scandal.",
    "Sign up by Friday if you want to help fill sandbags, the council told residents. Bring "
    "gloves, "
    "and tell your neighbours.",
    "Do you have a boat? The council would like to hear from you, and so would the fire brigade, "
    "which lost two in the flood.",
    "Loading grain onto barges takes a day. Print shops and bakeries share the quay, and each pays "
    "by the metre.",
    "Comments made in court are privileged, the judge said. Views of witnesses differ. Tags on the "
    "sandbags show who filled them.",
    "All comments the mayor has made since the flood are on file. No comment, her office said on "
    "Monday. No replies came from the county either.",
    "10.42am  The prime minister is on his feet. He says the House “deserves better”."
    "\n\n10.45am  Labour’s Anna Frith asks about the leaked memo. “Read it,” he says; “"
    "all of it.”\n\n10.51am  That’s it for PMQs. We’ll have a summary soon.",
    "Q: How long have you lived here?\nA: Since 1974, give or take.\n\nQ: And you never "
    "thought of leaving?\nA: Never. Well — once.",
    "1.2.3 The tenant shall not (a) sublet; (b) assign; or (c) share possession of th"
    "e premises.\n1.2.4 Sub-clause 1.2.3(b) does not apply to an assignment under s.17"
    "(2)(a).",
    "Do not go out tonight,\nthe moon is thin as wire,\nand every gate you left ajar\nsw"
    "ings open to the mire.\n\nDo not go out, I said;\nyou went. The gate still swings.",
    "INT. KITCHEN — NIGHT\n\nMARA\nYou’re late.\n\nTOM\n(beat)\nI know.\n\nHe puts the keys on"
    " the table. She doesn’t look up.",
    "Name            Party   Votes\nA. Frith        Lab     14,201\nB. Okafor       Con"
    "     12,990\nC. Rao          LD       8,115\n\nTurnout was 61.4%.",
    "“The the” is the commonest typo, the copy editor said. “People don’t see it.” Th"
    "e band The The knew that.",
    "She said that that was that. What it is is a scandal. He had had enough, and so had I.",
    "Subscribe now to the new satellites, says the minister in jest. He told reporter"
    "s: “Click here if you want growth.” Nobody laughed; comments are closed on the s"
    "ubject, aides said.",
    "The site’s cookie policy was rewritten after the ruling: every banner must now o"
    "ffer “Reject all” as plainly as “Accept all”, and privacy policy pages must load"
    " without scripts.",
    "Watch: how the tide turns. Listen: the gulls. Look: a seal. It is a children’s b"
    "ook, and its author, Lee Min-ho, 34, reads it aloud.",
    "The press release read: “© 2024 Acme plc. All rights reserved.” The judge noted "
    "that a copyright notice proves little.",
    "Dear Sir,\n\nYour leader of 4 March is wrong on three counts. Advertisement is not"
    " persuasion.\n\nYours faithfully,\nR. Desai\nPune",
    "Live: Wimbledon, day five\n\n*Sinner 6-4, 3-2 Khachanov (* denotes next server) A "
    "hold to 15. “Allez!” shouts someone.\n\nSinner 6-4, 3-3 Khachanov* Two aces.",
    "Chapter One\n\nIt was the year the river froze. Nobody in the village could rememb"
    "er such a thing, not even old Mrs Pell, who remembered everything.\n\n* * *\n\nIn th"
    "e morning the boats were gone.",
    "The vote: Ayes 312, Noes 280. Division No. 114. The Ayes have it, the Ayes have it. Unlock!",
    "At the bottom of the page it says “Terms and conditions apply”, and under that, "
    "in smaller type: “Your email address will not be published.”",
    "Re: your letter. No, no, no. And again: no.\n\nYours etc.,\nP. Okonkwo (Mrs)",
    "The newsletter trade\n\nFour editors who left their papers now write newsletters. One has "
    "nine thousand subscribers, each paying five dollars a month, and sends two emails a week.",
    "Please keep dogs on a lead. Please shut the gate. The path belongs to the farm.",
    "Contact the clinic if the rash spreads. Take this leaflet with you, and read it again before "
    "the second dose.",
    "The video game Tetris is forty. To play it, you need a screen and patience.",
    "It is about that that they fought, and of that that she wrote.",
    "The play's last words are “I am the the,” a stutter that the actor kept in.",
    "RAVI (CONT'D)\nTwo and a half...\n\nCUT TO:",
    "Vote on the pipes\n\nThe board has decided after a long debate in the old corn exchange.\n\n"
    "Verdict: not before time",
    "Vote on the pipes\n\nVERDICT: False\n\nThe board never owned the pipes, its papers show.",
    "Ward by ward\n\nAbbey: Lunn (Lab) 1,204, Petch (Con) 988\nCastle: Toye (LD) 1,411, Hale (Lab) "
    "702\nQuay: Amis (Ind) 640, Foy (Con) 638\n\nTurnout: 41 per cent",
    "Dear Unsubscribe,\n\nStart by telling her that you know, and then write to the sender again.",
    "What the buttons do\n\nShare. The oldest of them is used by one reader in 200, the board "
    "found.\n\nFollow. It came in 2011 and was copied by every other site within the year.",
)
