/** Words of postal addresses in many languages, lower case, without accents and full stops. */

/** After the name of a street: `Elm Street`, `Eötvös út`. */
export const streetSuffixWords = `
street st str avenue ave av road rd boulevard blvd lane ln drive dr court ct place pl square sq terrace ter way parkway pkwy highway hwy crescent cres close row mews alley circle cir trail trl loop plaza route rte expressway freeway turnpike pike walk quay embankment esplanade parade promenade gardens gdns grove bypass causeway crossing
utca ut utja ter tere korut setany fasor koz strasse gasse allee platz weg damm ufer straat laan plein kade gracht singel dreef dijk steeg baan gatan gata gate gade vej vei veien vegen vagen katu tie kuja cesta ulice ulica prospekt prospect pereulok pereulic proyezd shosse naberezhnaya bulvar sokak sokagi caddesi cadde bulvari iela gatve utcaja trg
`;

/** Before the name of a street: `Rue de la Paix`, `ul. Długa`. */
export const streetPrefixWords = `
trg namesti trida rue avenue boulevard chemin allee impasse quai place passage faubourg cours route via viale vicolo piazza piazzale corso largo strada contrada borgo calle avenida avda av avd paseo plaza carretera ctra crta camino ronda glorieta travesia rambla urbanizacion poligono rua travessa alameda praca rodovia estrada vila viela beco quinta ul ulica ulitsa plac pl aleja aleje al os osiedle rynek prospekt pereulok bulevardul strada aleea calea intrarea soseaua jalan jln jl gang carrer cami passeig calcada ladeira viale lungomare calzada privada cerrada callejon blvr boulevard bulevar vinculo callejuela barrio sector colonia
`;

/** Endings of street names written as one word: `Wiesenstrasse`, `Hulsterdreef`, `Storgatan`. */
export const streetEndings = `
strasse strase str straat straatje gatan gata gaten gade gaden veien vegen vagen vej vejen weg laan dreef plein kade gracht singel dijk hof hofje plaats plats vegur straeti braut gerdi steeg pad allee alle platz gasse gassli damm ufer ring markt plads pladsen straede stien bakken torget torg grand granden backen katu kuja polku tie kaari ranta penger utca steig stieg graben wall chaussee promenade park gade berg bakke lia svingen plassen stranda lunden
`;

/** Units inside a building; a number follows. */
export const unitWords = `
postfach postbus postboks postbox apartado casella apt apartment suite ste unit flat floor fl room rm building bldg block lot box office dept door stairs appartement bat etage wohnung piso planta puerta bajo interno scala int lejl bus busnr lok mieszkanie kv kvartira lgh hs
`;

/** Points of the compass and size words before or after the name of a street. */
export const directionWords =
  'n s e w ne nw se sw north south east west northeast northwest southeast southwest upper lower old new great little nord sud ost west est ouest norte sur oeste';

/** Postal codes of American states, territories and military mail, and Canadian and Australian ones, upper case. */
export const regionCodes =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI FM MH PW AA AE AP ON QC BC AB MB SK NS NB NL PE NT YT NU NSW VIC QLD SA WA TAS ACT';
