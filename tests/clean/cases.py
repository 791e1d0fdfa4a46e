"""Damaged snippets with their repair, and innocent ones that look damaged, for the whole chain."""

from __future__ import annotations

DAMAGED: tuple[tuple[str, str], ...] = (
    # encodings
    ("The mayorâ€™s â€œno commentâ€\x9d lasted a week.", "The mayor’s “no comment” lasted a week."),
    ("Zoë’s cafÃ© in MÃ¼nster reopened.", "Zoë’s café in Münster reopened."),
    ("It cost Â£3.20 â€” or â‚¬3.70 â€” a kilo.", "It cost £3.20 — or €3.70 — a kilo."),
    ("They donâ€™t know, the clerkÃ¢â‚¬â„¢s note says.", "They don’t know, the clerk’s note says."),
    ("Temperatures rose to 38Â°C in MÃ¡laga.", "Temperatures rose to 38°C in Málaga."),
    ("The shopkeeper said it wasnât hers.", "The shopkeeper said it wasn’t hers."),
    ("Ms NuÃ±ez called it \x93a farce\x94.", "Ms Nuñez called it “a farce”."),
    ("The baker\ufffds oven wouldn\ufffdt light.", "The baker’s oven wouldn’t light."),
    ("The baker?s oven doesn?t light.", "The baker’s oven doesn’t light."),
    ("The bakeru2019s oven, u201cold and coldu201d", "The baker’s oven, “old and cold”"),
    ("Weather =E2=80=93 mostly dry =E2=80=93 held.", "Weather – mostly dry – held."),
    ('Bread â€" dear bread â€" rose.', "Bread – dear bread – rose."),
    # characters that cannot be seen, or only seem to be seen
    ("The coun\u200bcil m\xadet on Tues\u2060day.", "The council met on Tuesday."),
    ("\ufeffThe council met.", "The council met."),
    ("The council\u200e met\u202c.", "The council met."),
    ("The c\u043euncil m\u0435t.", "The council met."),
    ("Bread\x00 and\x08 butter\x1f.", "Bread and butter."),
    ("First half.\u2029Second half.", "First half.\nSecond half."),
    # entities and tags
    ("Bread &amp; butter, &pound;2 &ndash; &frac12; off", "Bread & butter, £2 – ½ off"),
    ("&lt;p&gt;Bread rose.&lt;/p&gt;", "Bread rose."),
    ("Bread &amp;lt;b&amp;gt;rose&amp;lt;/b&amp;gt; again.", "Bread rose again."),
    ("The baker&rsquo s oven", "The baker’ s oven"),
    ("Bread rose.<br><br>Milk fell.", "Bread rose.\nMilk fell."),
    ("<h2>Prices</h2><p>Bread rose.</p>", "Prices\n\nBread rose."),
    ("< h3 >Prices< / h3 >\n< p >Bread rose .< / p >", "Prices\n\nBread rose."),
    ("Bread <span class=\"up\">rose</span> on <i>Friday</i>.", "Bread rose on Friday."),
    ("Bread rose.</p\nMilk fell.", "Bread rose.\n\nMilk fell."),
    ("Bread rose. div > Milk fell.", "Bread rose.\n\nMilk fell."),
    ("<table><tr><td>Bread</td><td>2</td></tr><tr><td>Milk</td><td>1</td></tr></table>",
     "Bread\t2\nMilk\t1"),
    ("< td >Bread  td >< td >2  td >", "Bread\t2"),
    ("Bread rose.<!-- wp:paragraph -->Milk fell.", "Bread rose. Milk fell."),
    ("Bread <img src='a.jpg' alt='a loaf' />rose.", "Bread rose."),
    ('style="width:100%" data-x="1">Bread rose.', "Bread rose."),
    ('[gallery ids="1,2,3"] Bread rose.', "Bread rose."),
    ("<style>p { color: red }</style>Bread rose.", "Bread rose."),
    ("Bread rose.\nwindow.dataLayer = window.dataLayer || [];{}\nMilk fell.",
     "Bread rose.\n{}\nMilk fell."),
    # spaces
    ("Bread rose , milk fell ; nobody knew why .", "Bread rose, milk fell; nobody knew why."),
    ("Bread rose.Milk fell.Nobody knew why.", "Bread rose. Milk fell. Nobody knew why."),
    ("Bread,milk,and eggs rose", "Bread, milk, and eggs rose"),
    ("Bread ,milk ,and eggs rose", "Bread, milk, and eggs rose"),
    ("Why did bread rise?Nobody knew!Milk fell.", "Why did bread rise? Nobody knew! Milk fell."),
    ("“Bread rose.”The baker nodded.", "“Bread rose.” The baker nodded."),
    ("The union(UFW) and the board(FSB) met.", "The union (UFW) and the board (FSB) met."),
    ("Some 3 ,400 loaves ( all stale ) were sold .", "Some 3,400 loaves (all stale) were sold."),
    ("Bread rose 4percent in2021, on May 3,2021.", "Bread rose 4 percent in 2021, on May 3, 2021."),
    ("Bread rose.\n\n\n\n\n\nMilk fell.", "Bread rose.\n\nMilk fell."),
    ("Bread rose.\n \n\xa0\n\t\n \nMilk fell.", "Bread rose.\n\nMilk fell."),
    ("Bread rose(it was dear)and fell in May,2019.",
     "Bread rose (it was dear) and fell in May, 2019."),
    ("Three things rose:the price, a loaf.-- Then it fell.",
     "Three things rose: the price, a loaf. -- Then it fell."),
    # words
    ("Bakers fearthat bread will rise again.", "Bakers fear that bread will rise again."),
    ("The priceof bread rose.", "The price of bread rose."),
    ("Bakers in Oslo andBergen closed.", "Bakers in Oslo and Bergen closed."),
    ("GermanyandFrance will meet next week.", "Germany and France will meet next week."),
    ("Nobody knewwhythepriceofbreadhadrisensofast.",
     "Nobody knew why the price of bread had risen so fast."),
    ("Prices rose.Bakershavewarnedthattheymayclosetheirshops.",
     "Prices rose. Bakers have warned that they may close their shops."),
    ("The government saidit would wait.", "The government said it would wait."),
    ("Officials were toldto leave the building.", "Officials were told to leave the building."),
    ("The minister ofthe interior spoke.", "The minister of the interior spoke."),
    ("Bread rose threetimes, Keir Starmer said. KeirStarmer eats it.",
     "Bread rose three times, Keir Starmer said. Keir Starmer eats it."),
    ("Kaldur bakes. The baker JonunKaldur left.", "Kaldur bakes. The baker Jonun Kaldur left."),
    ("The commit-\ntee will meet.", "The committee will meet."),
    ("The commit- tee will meet.", "The committee will meet."),
    ("A long-\nterm plan for the oﬃce", "A long-term plan for the office"),
    ("The cornmittee of tlie council met.", "The committee of the council met."),
    ("The presidcnt 0f the council met.", "The president of the council met."),
    ("The council, which had not met since the autumn of last year, gave its answer to the\n\n"
     "bakers on Friday.",
     "The council, which had not met since the autumn of last year, gave its answer to the "
     "bakers on Friday."),
)  # fmt: skip

INNOCENT: tuple[str, ...] = (
    # other languages, and their typography
    "Que faire ? demandait-il ; personne n’avait de réponse : rien, absolument rien !",
    "« Le pain, dit-elle, coûte trop cher ! » Et vous ?",
    "The minister’s answer was short: “Jamais de la vie !” She left it at that.",
    "Der Bäcker schließt — „zu teuer“, sagt er; Brot, Milch und Käse.",
    "¿Por qué subió el pan? ¡Nadie lo sabe! El niño comió piñón en Cáceres.",
    "Çeşme’de ekmek pahalı; Iğdır’da değil. Şişli, Ümraniye, Güneş.",
    "Kraków, Łódź i Gdańsk: chleb, mleko, masło. Ząb, źdźbło, gęś.",
    "Хлеб подорожал, молоко нет. «Почему?» — спросил он.",
    "روٹی مہنگی ہو گئی، دودھ نہیں۔ \u202bخبر\u202c",
    "לחם התייקר\u200f, חלב לא.",
    "นม\u200bและ\u200bขนมปัง แพงขึ้น",
    "パンが値上がりした、牛乳は下がった。",
    "می\u200cخواهم نان بخرم.",
    "The baker’s sign read خبز\u200f and, below it, bread.",
    # names, brands, abbreviations
    "The U.S., the U.K. and the E.U. met at 9 a.m. in Washington, D.C., i.e. early.",
    "J.R.R. Tolkien, P.G.Wodehouse and M.S.Dhoni; St. Louis; Lt. Gen. Ali; Mr. T.",
    "Yahoo!, Jeopardy!, Oklahoma!, Guess?, Toys“R”Us and Panic! at the Disco",
    "AT&T, H&M, M&S, R&B, Q&A, B&Bs; Marks & Spencer; Dolce & Gabbana",
    "YouTube, iPhone, eBay, macOS, LaTeX, McDonald, DeSantis, MacArthur, LaGuardia, JPMorgan",
    "Node.js, ASP.NET, Booking.com, Amazon.co.uk, Monday.com, Web3.0, v2.1.3, .NET and C#",
    "Kiruna, Wagga Wagga, Thiruvananthapuram, Pietermaritzburg, Rawalpindi, Nizhny Novgorod",
    "Bakers, childminders, housebuilders, shipbuilders, policymakers and matchmakers",
    "Antidisestablishmentarians, counterrevolutionaries, electroencephalography, sulfamethoxazole",
    "The blogosphere, a byelection, talkshows, crowdfunding, livestreams and doomscrolling",
    "#BlackLivesMatter, #MeToo, @BorisJohnson, u/bakerboy, r/breadit",
    "gangrape, loadshedding, lathicharge, shopkeeper, vicechancellor’s, panchayat, crorepati",
    "Bin Salman, al-Baghdadi, ibn Saud, O’Brien, D’Angelo, N’Golo, Mkhitaryan, Krzyzewski",
    # numbers, times, measures
    "At 10:30 the index, up 1,204.5 points or 3.2%, hit 38,000; oil fell to $74.10.",
    "A .38 revolver, a 4.5 rating, 1:0 and 3-2, John 3:16, Rs1,200 and Rs.500",
    "5G, H1N1, COVID-19, B.1.617.2, G20, COP26, 4x4, 20/20, 9/11, 2nd, 1st, 100m, 5pm",
    "The 1990s, the ’90s, the 90’s; 50p; 6ft 2in; 12kg; 30km/h; -5°C; ±2; 10 000",
    "Coordinates 51°30′26″N 0°7′39″W; angles of 90º; 5 µm; 3 Ω; x² + y² = z²",
    # stops and signs
    "He paused . . . and then . . . nothing. “And so . . .”",
    "Wait… what? No!!! Really?! (Yes.) [Laughter] {aside}",
    "Bread — and milk – rose; well-known, so-called, pre- and post-war, two- or three-year-olds",
    "She said: ‘He told me, “Never again.”’ Then she left.",
    "“‘Bread,’ he said, ‘is life.’”",
    "Smile :) or :-( or ;-) or :D or <3 or ¯\\_(ツ)_/¯",
    "If p < 0.05 and n > 30, then a < b > c; 2 < 3; x << y; A -> B; C => D",
    "Prices: bread, £2; milk, £1; eggs, £3.",
    "* bread\n* milk\n* eggs\n\n1. Buy.\n2. Bake.\n\n- [ ] Eat",
    "Name: Ann Lee\nRole: baker\nPhone: +44 20 7946 0000\nMail: ann@example.org",
    "Bread      2.10      up\nMilk       1.05      down\nEggs       3.00      up",
    "| Bread | 2.10 |\n|-------|------|\n| Milk  | 1.05 |",
    "bread,milk,eggs\n2.10,1.05,3.00\n2.20,1.00,3.10",
    # verse, letters, wrapped text
    "The bread is on the\n    table, and the\n    milk is in the\n    jug.",
    "Dear Ann,\n\nI hope the bread was good and that you\nwill come again in the spring, when the\n"
    "garden is open and the roads are dry.\n\nYours,\nBen",
    "BREAD RISES AGAIN\n\nBy ANN LEE\n\nOSLO — Bread rose on Friday.",
    "Bread rose.\n\n\nMilk fell.\n\n* * *\n\nEggs held.",
    # text about text
    "In HTML, the <p> tag opens a paragraph and </p> closes it; <br> breaks a line.",
    "Every front-end developer has wrapped a <div> in a <div>; the markup works, but it is ugly.",
    "The entity &amp;nbsp; is written &nbsp; in HTML markup.",
    'In the template, `<td class="x">` holds `&lt;` and `a ,b` as they are.',
    "UTF-8 read as Latin-1 turns é into Ã© and a quotation mark into â€œ.",
    "The replacement character \ufffd marks bytes that are not valid UTF-8.",
    "Use `for(int i=0;i<n;i++)` in C; in Python, write `print(a,b)`.",
    "```\nif (a<b) {x=1;y=2;}\n<div>\n```",
    "The programmer wrote x=1;y=2 in the JavaScript source code and called f(a,b).",
    # addresses and paths
    "See https://example.org/a,b;c?d=1&copy=2&amp=3#part.Two and www.example.co.uk/A.B.",
    "Write to ann.lee@example.org; CC bob@port.example.com, or call tel:+44.",
    "C:\\Users\\Ann\\Bread.Docx, /usr/local/bin/bread.sh and report.Final.pdf",
    # emoji and rare marks
    "Bread 🍞 rose 👨\u200d🍳 and 👩🏽\u200d🍳 smiled ❤\ufe0f; 1\ufe0f\u20e3 first.",
    "Naïve façade, jalapeño, smörgåsbord, Ångström, œuvre, Dvořák, Škoda, Đoković",
    "© 2024 · All · rights • reserved ® ™ § ¶ † ‡ № ½ € £ ¥ ₹ ¢",
    "The court cited R v. Smith [2011] UKSC 37, paras 12–14, and s. 8(1)(c) of the Ac"
    "t; see also Patel J.’s dissent.",
    "Researchers found traces of 2,4-dinitrophenol, N,N-dimethyltryptamine and 1,1,1-"
    "trichloroethane in the samples, and of tert-butylhydroquinone in one.",
    "Man City 3-1 Spurs (HT 1-0). Scorers: Foden 12, 78; Haaland 55 (pen); Son 90+3. Att: 53,214.",
    "Australia 284/7 (50 ov; Smith 104*, Khan 3-41) beat Pakistan 281 (49.4 ov; Babar"
    " 97) by three wickets.",
    "Try `pip install -r requirements.txt`, then run `python -m http.server 8000` and"
    " open http://localhost:8000/index.html?x=1&y=2 in a browser. In C#, List<string>"
    " names = new(); will do.",
    "The model XPS-13-9310, firmware v2.1.0-rc3, sells as SKU B08N5WRWNW; order code "
    "MX-4/B. Its twin, the EOS R5C, costs £3,999.99.",
    "The word ‘سلام’ (salaam) means peace; in Hindi one says नमस्ते, and in Arabic ال"
    "سلام عليكم is answered with وعليكم السلام.",
    "PM Sharif said the GST on solar panels was “a done deal”, adding that Rs1.4tr wo"
    "uld be raised from the IMF-backed FBR plan. MNAs of the PML-N and PTI walked out"
    ".",
    "He goes by will.i.am; she by k.d. lang. Their band, fun., played Yahoo! HQ befor"
    "e Jeopardy! aired.",
    "Serves 4\n\n250g plain flour, sifted\n1 tsp bicarbonate of soda\n½ tsp salt\n284ml bu"
    "ttermilk\n\n1. Heat the oven to 200C/180C fan/gas 6.\n2. Tip the dry ingredients in"
    "to a bowl, make a well and pour in the milk.\n3. Bake for 30 min, or until it sou"
    "nds hollow.",
    "The film ends — or does it? — on a freeze-frame… “Cut!” shouts someone off scree"
    "n. Then: black.",
    "The album includes the songs “Hey Ya!”, “Ms. Jackson” and “Oh!”; its label, Wham!, folded.",
    "Mr O’Brien-Smythe, of Newcastle-upon-Tyne, met the McAllisters at St. John’s Woo"
    "d. DeShawn MacDonald, LaToya and van den Berg were there too; so was ex-RAF Sqn "
    "Ldr d’Arcy.",
    "Thiruvananthapuram, Visakhapatnam and Khyber Pakhtunkhwa saw heavy rain; Rawalpi"
    "ndi-Islamabad traffic stood still. Chaudhry Pervaiz Elahi and Mohammad Hafeez we"
    "re stuck at Faizabad.",
    "In 2019 the WHO/UNICEF estimate was 86%; by 2021, 81%. The CDC’s (and the NHS’s)"
    " data agree, i.e. fewer jabs, cf. Table 2, p. 14ff.",
    "The charity, Crisis, said so; so did Shelter, Mind, Scope, Which? and Help for H"
    "eroes. Yahoo! declined to comment.",
    "def add(a,b):return a+b\n\nThat one-line function, the Python teacher says, is whe"
    "re her pupils begin: they type add(2,3) and see 5.",
    "Ms. Nguyen (D-Calif.) and Rep. O’Halloran (R-Ariz.) wrote to H.H.S. on Jan. 3. T"
    "he bill, H.R. 2471, cites 42 U.S.C. § 1395ww(d)(5)(F).",
    "Iftar is at 6:42pm in Karachi, 6:11pm in Lahore, 6:05pm in Islamabad and 6:25pm "
    "in Quetta. Sehri ends at 5:31am, 5:02am, 4:58am and 5:20am respectively.",
    "Compound C, or 3-[4-(2-hydroxyethyl)piperazin-1-yl]propanoic acid, was mixed wit"
    "h NaCl(aq), CH3COOH and EtOH (1:1:2, v/v/v).",
    "Sea levels rose 3.4mm/yr (±0.4) in 1993-2016, v. 1.4mm/yr in 1901-90, per IPCC A"
    "R6 WG1 (Fox-Kemper et al., 2021).",
)
