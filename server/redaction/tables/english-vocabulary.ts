/** Words by what they tell about the words around them, lower case, without accents. */

/** Words that are no part of a name: articles, pronouns, prepositions, auxiliaries, greetings. */
export const functionWords = `
a an the this that these those some any each every no none both all another other such same
i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours ourselves they them their theirs themselves one someone everyone anyone nobody everybody anybody somebody something anything nothing everything
and or but nor so yet if unless until while when whenever where wherever who whom whose which what whatever why how because since although though whether than as not
of in on at by for from to into onto with without within about above across after against along among around before behind below beneath beside besides between beyond despite down during except inside like near off out outside over past per regarding through throughout toward towards under underneath up upon via versus
am is are was were be been being do does did done have has had having can could shall should might must ought will would get got let lets make made go goes went gone going come comes came take takes took give gives gave see sees saw say put keep want wants wanted need needs needed
yes no ok okay oh ah hey hello hi dear thanks thank please sorry welcome goodbye bye congratulations greetings cheers regards sincerely best kind warm yours truly faithfully respectfully
here there now then today tonight tomorrow yesterday again also always never often sometimes maybe perhaps just only even still already soon later once twice almost very too quite rather really well however therefore moreover meanwhile instead otherwise finally first second third next last
don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't can't cannot couldn't won't wouldn't shan't shouldn't mustn't i'm i've i'll i'd you're you've you'll you'd he's he'll he'd she's she'll she'd it's it'll we're we've we'll we'd they're they've they'll they'd that's there's here's what's who's where's how's when's let's ain't
`;

/** Courtesy titles, ranks and degrees before a name. */
export const titleWords = `
mr mrs ms miss mx dr prof professor sir madam madame mme mlle monsieur herr frau fraulein senor senora senorita sr sra srta don dona dame lord lady rev reverend fr father sister brother pastor rabbi imam sheikh hon judge justice capt captain col colonel lt lieutenant sgt sergeant maj major gen general cpl pvt adm admiral cmdr sen senator rep gov governor president chancellor premier uncle aunt auntie cousin grandma grandpa prince princess queen king mevrouw meneer dhr signor signora signorina doktor doctor dott ing avv
`;

/** After a name: generation and degrees. */
export const nameSuffixes = `
jr sr ii iii iv phd md dds dvm esq esquire rn mba msc bsc cpa jd do od pe llm qc kc obe mbe cbe mp edd psyd np pa
`;

/** Small words inside names. */
export const particles = `
van von der den de del della di da das dos du la le les los el al bin bint ibn ben abu ter ten zu zum zur af av y e san santa st saint ap mac o d l 't vande vander des dalla dalle dallo dal degli dello delle dei agli alla alle nel u na nad pod pri am im auf sur sous lez op aan bei
`;

/** Verbs of which only people are the subject, as they follow a name. */
export const personVerbs = `
said says asked asks told tells wrote writes writing replied replies thinks thought believes believed knows knew wants wanted hopes hoped lives lived called phoned emailed texted visited visits met joined retired resigned died married marries divorced studied studies teaches taught sang sings owes earned signed hears felt feels loves loved likes liked hates hated agreed agrees disagreed confirmed explained suggested mentioned complained complains apologised apologized promised promises decided tried tries seemed born starred directed drove drives walked walks sat sits arrived smiled laughs laughed cried
`;

/** Verbs and other words that follow the name of a person as well as that of a thing. */
export const openVerbs = `
is was has had will would can could should might must does did and went goes came comes works worked moved moves left leaves answers answered calls meets plays played ran runs won lost bought sold paid pays earns signs sent sends received gave gives took takes made makes got gets saw sees heard confirms explains suggests mentions added adds noted notes decides needs needed looked looks seems grew stars directs scored stood stands arrives spent spends became becomes
`;

/** Words before a name: what follows them, with a capital, is most likely a person. */
export const personCues = `
name named called dear hi hello hey attn attention contact contacting ask asked tell told call met meet meeting email emailed phone phoned thank thanks cc regards sincerely cheers signed yours truly from by with for and i'm am me sister brother wife husband son daughter mother father mom mum dad friend colleague boss neighbour neighbor partner fiance fiancee boyfriend girlfriend uncle aunt cousin nephew niece grandmother grandfather patient customer client employee tenant applicant beneficiary recipient cardholder passenger guest student teacher author singer actor actress director starring featuring manager supervisor attorney lawyer nurse candidate resident holder owner user agent witness
defendant plaintiff respondent sender payee payer debtor borrower guarantor insured subscriber member assistant secretary
`;

export const monthWords =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec';

export const weekdayWords =
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun mondays tuesdays wednesdays thursdays fridays saturdays sundays';

/** Things of commerce and technology that are written with a capital and are neither a person nor a place. */
export const brandWords = `
google microsoft apple amazon facebook meta twitter instagram youtube whatsapp telegram wechat linkedin netflix spotify uber airbnb paypal visa mastercard amex stripe shopify ebay etsy alibaba tencent baidu huawei xiaomi samsung sony nintendo playstation xbox intel nvidia amd qualcomm oracle ibm sap salesforce cisco dell lenovo asus hp zoom slack teams outlook excel word powerpoint onenote sharepoint onedrive dropbox gmail chrome firefox safari edge opera android ios iphone ipad macbook macos windows linux ubuntu debian fedora redhat centos alpine docker kubernetes helm terraform ansible jenkins gitlab github bitbucket git jira confluence trello notion asana figma photoshop illustrator acrobat python java
javascript typescript kotlin swift rust golang ruby rails django flask fastapi spring hibernate react angular vue svelte node nodejs deno bun express next nuxt webpack vite rollup babel eslint prettier jest vitest mocha cypress playwright selenium postgres postgresql mysql mariadb sqlite mongodb redis kafka rabbitmq elasticsearch kibana grafana prometheus splunk datadog sentry hadoop spark airflow snowflake databricks bigquery tableau looker power azure aws gcp heroku vercel netlify cloudflare nginx apache tomcat maven gradle npm yarn pnpm pip conda jupyter pandas numpy scipy pytorch tensorflow keras openai chatgpt claude gemini copilot llama mistral bluetooth wifi ethernet usb hdmi thunderbolt unicode ascii
json xml yaml html css sql graphql rest grpc oauth saml ldap kerberos tls ssl ssh http https tcp udp dns dhcp vpn lan wan api sdk cli gui ide crm erp kpi roi faq pdf csv xlsx docx pptx jpeg png gif svg mp3 mp4 utc gmt est pst cet ceo cto cfo coo hr pr qa uat sla nda gdpr hipaa iso ieee iban bic swift ssn itin tin ein nhs nino vin imei imsi mac otp pin cvv cvc atm vat url uuid sms mms sim gps id ids ip dob po os ui ux db hq rfc internet web siri alexa cortana bot boeing airbus toyota honda nissan ford bmw audi mercedes volkswagen porsche tesla volvo fiat renault peugeot siemens bosch philips nokia ericsson ikea lego nike adidas puma starbucks walmart
costco fedex ups dhl usps
`;

/** Names that are hardly ever ordinary words, though they look like forms of one or are rare words as well. */
export const firmNames = `
akins anders barger barker barnes belcher booker bower bowers bowles boyer brower canales carly carter carver cates chester childers childs coates coker collier comer conner cramer crocker crowder cummings decker dover elmer forrest fowler frances gabes gaines glover grover hager harding harper hatcher hayes heller hemer hooper horner houser huber james jared jeter joiner kenner keyes landers lester mayer mayes mays meeks messer morales muller oakes oliver palmer piper plummer redding reeder roper sanders shearer skinner slater spangler spicer springer staines starks stoner stover streeter stringer thies trier trotter tucker wagoner waller warner webber weber weller wheeler woking worthing
john harry peter carol mike matt nick martin maria ken eddy derrick sally arias
`;

/** Feasts, planets and other words with a capital that name neither a person nor a place. */
export const capitalWords = `
christmas easter xmas thanksgiving halloween hanukkah ramadan diwali passover lent advent pentecost carnival mercury venus mars jupiter saturn uranus neptune pluto earth moon bluetooth wifi wi fi latin gothic roman arabic gregorian bluetooth eurozone covid god bible quran koran
`;

/** Endings of company names. */
export const companySuffixes = `
inc incorporated llc ltd limited corp corporation co company gmbh ag kg ohg ug sa sas sarl srl spa bv nv vof ab oy oyj asa aps plc llp lp pty pte kft zrt bt sro doo sl slu lda ltda eirl jsc ooo oao zao kk tbk bhd sdn group holdings holding partners associates brothers bros sons ventures enterprises industries
`;

/** Nouns that make a name of capitals an organisation. */
export const organisationNouns = `
bank university college school institute academy hospital clinic ministry department agency bureau council committee commission foundation association society union federation club church museum library theatre theater insurance assurance airlines airways railways railway motors motor systems technologies technology software solutions services consulting consultants logistics pharmaceuticals pharma biosciences bioscience laboratories labs energy petroleum oil gas electric electronics telecom communications media entertainment studios pictures records publishing press news times post herald tribune journal magazine capital investments securities financial finance trust fund realty properties estates hotels hotel resorts restaurant restaurants cafe foods beverages brewery stores store markets supermarket supplies construction engineering architects manufacturing steel
chemicals mining airlines shipping transport network networks international global worldwide national federal authority administration corps army navy court parliament senate embassy consulate party league team united alliance coalition initiative project center centre hub exchange lines agency ratings mutual healthcare health medical dental care
`;

/** Nouns that end a job title. */
export const jobNouns = `
accountant accountants actor actress actuary administrator adviser advisor agent analyst animator archaeologist architect archivist artist assistant astronomer attorney auditor author barista barrister biochemist biologist bookkeeper broker builder buyer carpenter cartographer cashier chef chemist clerk coach conservator consultant contractor controller coordinator copywriter counsellor counselor curator dancer dentist designer developer dietitian director doctor driver ecologist economist editor electrician engineer estimator executive facilitator farmer firefighter fisherman geologist geophysicist herbalist herpetologist historian homeopath hydrologist illustrator inspector instructor intern interpreter investigator janitor jeweller journalist judge lawyer lecturer librarian machinist manager mechanic meteorologist microbiologist midwife musician negotiator nurse nutritionist oceanographer officer operator optician optometrist orthoptist osteopath
painter paramedic pathologist pharmacist pharmacologist photographer physicist physiotherapist physician pilot planner plumber podiatrist policeman practitioner president principal printmaker producer professor programmer psychiatrist psychologist psychotherapist publicist radiographer receptionist recruiter researcher representative salesman scientist sculptor secretary solicitor specialist statistician strategist superintendent supervisor surgeon surveyor tailor teacher technician technologist telemarketer therapist toxicologist trader trainer translator treasurer tutor typist veterinarian waiter waitress warden welder writer zoologist
`;

/** Demonyms and adherents: nationality, religion, political group. */
export const demonyms = `
afghan albanian algerian american andorran angolan argentine argentinian armenian australian austrian azerbaijani bahamian bahraini bangladeshi barbadian belarusian belgian belizean beninese bhutanese bolivian bosnian brazilian british briton bruneian bulgarian burkinabe burmese burundian cambodian cameroonian canadian chadian chilean chinese colombian congolese croatian cuban cypriot czech danish dane dutch dutchman ecuadorian egyptian emirati english englishman eritrean estonian ethiopian fijian filipino finnish finn french frenchman gabonese gambian georgian german ghanaian greek grenadian guatemalan guinean guyanese haitian honduran hungarian icelandic icelander indian indonesian iranian iraqi irish irishman israeli italian ivorian jamaican japanese jordanian kazakh kenyan korean kosovar kuwaiti kyrgyz laotian latvian lebanese liberian libyan lithuanian
luxembourger macedonian malagasy malawian malaysian maldivian malian maltese mauritanian mauritian mexican moldovan monegasque mongolian montenegrin moroccan mozambican namibian nepalese nepali nicaraguan nigerian nigerien norwegian omani pakistani palestinian panamanian paraguayan persian peruvian polish portuguese qatari romanian russian rwandan salvadoran samoan saudi scottish scot senegalese serbian singaporean slovak slovene slovenian somali spanish spaniard sudanese surinamese swazi swede swedish swiss syrian taiwanese tajik tanzanian thai tibetan togolese tongan tunisian turk turkish turkmen tuvaluan ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh welshman yemeni zambian zimbabwean african asian european arab kurdish hispanic latino latina caucasian scandinavian
christian catholic protestant orthodox muslim jewish hindu buddhist sikh atheist mormon lutheran baptist methodist anglican quaker republican democrat democratic communist socialist liberal conservative labour tory marxist
`;

/** Countries and other large places; several words separated by spaces, entries by commas. */
export const countryNames = `
afghanistan,albania,algeria,american samoa,andorra,angola,anguilla,antarctica,antigua and barbuda,argentina,armenia,aruba,australia,austria,azerbaijan,bahamas,bahrain,bangladesh,barbados,belarus,belgium,belize,benin,bermuda,bhutan,bolivia,bosnia and herzegovina,bosnia,herzegovina,botswana,bouvet island,brazil,british indian ocean territory,british virgin islands,brunei,brunei darussalam,bulgaria,burkina faso,burma,burundi,cambodia,cameroon,canada,cape verde,cabo verde,cayman islands,central african republic,chad,chile,china,christmas island,cocos islands,cocos keeling islands,colombia,comoros,congo,cook islands,costa rica,ivory coast,cote d'ivoire
croatia,cuba,curacao,cyprus,czech republic,czechia,democratic republic of the congo,denmark,djibouti,dominica,dominican republic,east timor,ecuador,egypt,el salvador,england,equatorial guinea,eritrea,estonia,eswatini,ethiopia,falkland islands,faroe islands,fiji,finland,france,french guiana,french polynesia,french southern territories,gabon,gambia,georgia,germany,ghana,gibraltar,great britain,greece,greenland,grenada,guadeloupe,guam,guatemala,guernsey,guinea,guinea bissau,guyana,haiti,heard island and mcdonald islands,holy see,honduras,hong kong,hungary,iceland,india,indonesia,iran,iraq,ireland,isle of man,israel
italy,jamaica,japan,jersey,jordan,kazakhstan,kenya,kiribati,korea,kosovo,kuwait,kyrgyzstan,kyrgyz republic,laos,lao people democratic republic,latvia,lebanon,lesotho,liberia,libya,libyan arab jamahiriya,liechtenstein,lithuania,luxembourg,macao,macau,macedonia,madagascar,malawi,malaysia,maldives,mali,malta,marshall islands,martinique,mauritania,mauritius,mayotte,mexico,micronesia,moldova,monaco,mongolia,montenegro,montserrat,morocco,mozambique,myanmar,namibia,nauru,nepal,netherlands,netherlands antilles,new caledonia,new zealand,nicaragua,niger,nigeria,niue,norfolk island
north korea,north macedonia,northern ireland,northern mariana islands,norway,oman,pakistan,palau,palestine,palestinian territory,panama,papua new guinea,paraguay,peru,philippines,pitcairn islands,pitcairn,poland,portugal,puerto rico,qatar,reunion,romania,russia,russian federation,rwanda,saint barthelemy,saint helena,saint kitts and nevis,saint lucia,saint martin,saint pierre and miquelon,saint vincent and the grenadines,samoa,san marino,sao tome and principe,saudi arabia,scotland,senegal,serbia,seychelles,sierra leone,singapore,sint maarten,slovakia,slovak republic,slovenia,solomon islands,somalia,south africa,south georgia,south korea,south sudan,spain,sri lanka,sudan,suriname,svalbard,svalbard and jan mayen islands,swaziland
sweden,switzerland,syria,syrian arab republic,taiwan,tajikistan,tanzania,thailand,timor leste,togo,tokelau,tonga,trinidad and tobago,tunisia,turkey,turkmenistan,turks and caicos islands,tuvalu,uganda,ukraine,united arab emirates,united kingdom,united states,united states of america,people republic of china,democratic people republic of korea,republic of korea,republic of china,federated states of micronesia,islamic republic of iran,kingdom of denmark,united republic of tanzania,state of palestine,palestinian territories,united states virgin islands,uruguay,us virgin islands,uzbekistan,vanuatu,vatican,vatican city,venezuela,vietnam,viet nam,virgin islands,wales,wallis and futuna,western sahara,yemen,zambia,zimbabwe,europe,africa,asia,north america,south america,latin america,middle east,scandinavia,siberia
kurdistan,crimea,usa,uk,uae,england,northern territory,new south wales,queensland,tasmania,victoria,western australia,south australia,alsace,bavaria,bretagne,brittany,catalonia,cornwall,devon,dorset,essex,flanders,hampshire,hertfordshire,holland,kent,lancashire,lombardy,normandy,norfolk,provence,prussia,sardinia,saxony,sicily,silesia,suffolk,surrey,sussex,transylvania,tuscany,wallonia,yorkshire
republic of ireland,republic of india,republic of turkey,republic of poland,republic of cyprus,republic of singapore,republic of indonesia,republic of the congo,republic of congo,republic of moldova,republic of the philippines,kingdom of the netherlands,kingdom of spain,kingdom of norway,kingdom of sweden,kingdom of belgium,kingdom of morocco,kingdom of saudi arabia,kingdom of thailand,commonwealth of australia,the gambia,the bahamas,the netherlands,isle of wight,channel islands,canary islands,balearic islands
ghent,bruges,antwerp,louvain,liege,the hague,hague,cologne,nuremberg,hanover,brunswick,aix la chapelle,berne,lucerne,basle,zurich,geneva,vienna,prague,pilsen,warsaw,cracow,krakow,gdansk,wroclaw,copenhagen,gothenburg,helsinki,lisbon,oporto,seville,saragossa,corunna,milan,turin,rome,florence,venice,naples,genoa,padua,leghorn,syracuse,athens,salonica,piraeus,moscow,saint petersburg,st petersburg,kiev,kyiv,lviv,odessa,bucharest,belgrade,sofia,istanbul,cairo,jerusalem,mecca,damascus,beirut,baghdad,tehran,bombay,calcutta,madras,bangalore,rangoon,saigon,peking,beijing,canton,nanking,tokyo,kyoto,osaka,seoul,mexico city,havana,rio,new york,new york city,washington dc,los angeles,las vegas,quebec city,tel aviv,marrakesh,fez,tangiers,cape town,silicon valley,manhattan,brooklyn,hollywood,bronx,staten island
`;
