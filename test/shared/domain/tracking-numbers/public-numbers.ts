/**
 * Tracking numbers that stand in public: other programs' test data, carriers' own examples, numbers told in public. Facts, with
 * where they were found; the carrier is the one that the source names. `code`: how we call it; null: none of those that we know.
 */
export type PublicNumbers = {
  readonly source: string;
  readonly carrier: string;
  readonly code: string | null;
  readonly numbers: readonly string[];
};

const words = (numbers: string): readonly string[] => numbers.trim().split(/\s+/);

export const publicNumbers: readonly PublicNumbers[] = [
  {
    source: 'https://github.com/jkeen/tracking_number_data/blob/v2.0.0/couriers/amazon.json',
    carrier: 'Amazon',
    code: 'amazon',
    numbers: words(`
      TBA000000000000 TBA010000000000 TBC000000000000 TBM502887274000 C1004444443 C1004444444
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/blob/v2.0.0/couriers/canadapost.json',
    carrier: 'Canada Post',
    code: 'canada-post',
    numbers: words(`
      0073938000549297 7035114477138472 4002847016405018
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/blob/v2.0.0/couriers/canpar.json',
    carrier: 'Canpar',
    code: 'canpar',
    numbers: words(`
      D576002440000001718010 D576002440000001428004 D576002440000002496001 L576002440000000001004
      L576002440000000004001 S576002440000000004001 S576002440000000025001
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/blob/v2.0.0/couriers/dhl.json',
    carrier: 'DHL',
    code: 'dhl',
    numbers: words(`
      3318810025 73891051146 8487135506 1099255990 3821724944 3318810036 3318810014 JJD0099999999 JVGL0999999990
      GM2951173225174494 GM295117494011169042 GM9E44608A27984866BA2D 60120172242323 51087693037816 60120174971147
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/blob/v2.0.0/couriers/dpd.json',
    carrier: 'DPD',
    code: null,
    numbers: words(`
      008182709980000020033350276C 008182709980000020045327276N 09980000020033F 09980000020034D
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/blob/v2.0.0/couriers/fedex.json',
    carrier: 'FedEx',
    code: 'fedex',
    numbers: words(`
      986578788855 477179081230 799531274483 790535312317 974367662710 1001921334250001000300779017972697
      1001921380360001000300639585804382 1001901781990001000300617767839437 1002297871540001000300790695517286
      1027590111820004833500785458233610 1195266473930007521100871079919940 1195271874060007521100871140316925
      1195583874210007521100871140316936 32971514560102447849175802862014 32971510360102447848540980802018
      32971508360102447847941133172013 33810799560000004380417923803212 041441760228964 568283610012000
      568283610012734 000123450000000027 9611020987654312345672 9622001900000000000000776632517510
      9622001560000000000000794808390594 9622001560001234567100794808390594 9632001560123456789900794808390594
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/blob/v2.0.0/couriers/gofo.json',
    carrier: 'GOFO Express',
    code: 'gofo',
    numbers: words(`
      GFUS01011884214464 GFUS01011884214272
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/blob/v2.0.0/couriers/landmark.json',
    carrier: 'Landmark Global LTN',
    code: 'landmark',
    numbers: words(`
      LTN74207623N1 LTN74209518N1 LTN74224021N1
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/blob/v2.0.0/couriers/lasership.json',
    carrier: 'LaserShip',
    code: 'ontrac',
    numbers: words(`
      LX17635036 LX17635035 LX17635034 LI12979072 LI12976442 LA28376237 LA28372694 LH13830790 LH13816137 LH13820469
      LH13831034 LH13821737 LH13820881 LH13812209 LH13800911 LH13795254 LE10917377 LE10913900 LE10913753 LN30083672
      1LS717793482164 1LS724505321754 1LS720000000000 1LS7119013618127-1 1LSCXVE0058631Y 1LSCXVE005BUEFX
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/blob/v2.0.0/couriers/old_dominion.json',
    carrier: 'Old Dominion Freight Line',
    code: null,
    numbers: words(`
      07209562763 77767553207 77806528897 78045768393 80003280379 80993847369
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/blob/v2.0.0/couriers/ontrac.json',
    carrier: 'OnTrac',
    code: 'ontrac',
    numbers: words(`
      C11031500001879 C10999911320231 C11121552953069 C11121553156000 C11121552829468 D10011354453707 D10011345983010
      D10011342332145
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/blob/v2.0.0/couriers/purolator.json',
    carrier: 'Purolator',
    code: 'purolator',
    numbers: words(`
      320595463938 320606146993 287809468872 320610804900 331426749957 331434972567 KYV009956937 CGK002986959
      JFV247545960 TLR000083964
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/blob/v2.0.0/couriers/s10.json',
    carrier: 'USPS',
    code: 'usps',
    numbers: words(`
      RB123456785US
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/blob/v2.0.0/couriers/s10.json',
    carrier: 'foreign posts',
    code: null,
    numbers: words(`
      RB123456785GB RB123456785CV RB123456785CF
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/blob/v2.0.0/couriers/speedee.json',
    carrier: 'Spee-Dee Delivery',
    code: 'speedee',
    numbers: words(`
      SP029692510000920746 SP029692510000901479 SP029692510000688332 SP029692510000279301 SP029692450001607639
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/blob/v2.0.0/couriers/ups.json',
    carrier: 'UPS',
    code: 'ups',
    numbers: words(`
      1Z5R89390357567127 1Z879E930346834440 1Z410E7W0392751591 1Z8V92A70367203024 1ZXX3150YW44070023 K1506235620
      K2479825491 J4603636537 V0490119172 V0431105627
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/blob/v2.0.0/couriers/usps.json',
    carrier: 'United States Postal Service',
    code: 'usps',
    numbers: words(`
      03071790000523483741 71123456789123456787 420787459400111206206406260787 9400111206206406260787
      9400111201080805483016 9405803699300124287899 9434611206206406227577 9434611206206407667136
      9400111206206407628746 9400111206206407628845 420221539101026837331000039521 9101123456789000000013
      71969010756003077385 4201002334249200190132607600833457 4201028200009261290113185417468510
      9505511069605048600624 92748931507708513018050063 92001903060085300042901077 9361289878700317633795
      9261292700768711948021 420112139261290983497923666238 9261290983497923666238 420902459261290336128704042634
      420941179261290336128704062441 420926029261290336128704067248 420902729261290336128704124163
      420950549261290336128704133837 420193809261290336128704280838 420900469261290336128704216936
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/blob/v2.0.0/couriers/yodel.json',
    carrier: 'Yodel',
    code: 'yodel',
    numbers: words(`
      JJD0002257639032011 JJD0002255380054291 JD0002242617644732 JD0002254405060992 JJD0002257639032020
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/blob/v2.0.0/couriers/yunexpress.json',
    carrier: 'YunExpress',
    code: 'yunexpress',
    numbers: words(`
      YT2229521272164446 YT2229521272164447
    `),
  },
  {
    source: 'UPS, test numbers of its tracking API, as several client programs keep them',
    carrier: 'UPS',
    code: 'ups',
    numbers: words(`
      1Z12345E6605272234 1Z12345E0291980793 1Z12345E6692804405 1Z12345E0390515214 1Z12345E1392654435
      1Z12345E6892410845 1Z12345E1591910450 1Z12345E0205271688 1Z12345E0305271640 1Z12345E0393657226
      1Z12345E1305277940 1Z12345E6205277936 1Z12345E1505270452 1Z648616E192760718 1ZWX0692YP40636269
      1Z4861WWE194914215 1Z12345E5991872040 1Z12345E0390105056 1Z12345E0290424025 1Z12345E0194845039
      1Z999AA10123456784 990728071 3251026119 5548789114 H9205817377
    `),
  },
  {
    source: 'UPS, numbers in tests of public client programs',
    carrier: 'UPS',
    code: 'ups',
    numbers: words(`
      1Z6V86420323794365 1Z3913YY0344313151 1Z9756W90304415852 1Z1882X33596113500 1Z999AA10123456793
      1Z999AA10123456800
    `),
  },
  {
    source: 'USPS Publication 199 and tests of public programs',
    carrier: 'USPS',
    code: 'usps',
    numbers: words(`
      9212391234567812345670 940011291234567812345678901233 9405511899223197428490 9400111899223197428497
      9102084383041101186729 9200190175547700000005 70160910000108310009 EJ958083578US EA123456785US CN987654326US
      9361269903500011492028 LX123456785US 9400111202555842332669
    `),
  },
  {
    source: 'FedEx Ground Economy, in tests of public programs',
    carrier: 'FedEx',
    code: 'fedex',
    numbers: words(`
      61299998820821171811 61290983497923666238 748912345679
    `),
  },
  {
    source: 'Amazon, in tests of public programs',
    carrier: 'Amazon Logistics',
    code: 'amazon',
    numbers: words(`
      TBA305938274011 TBA123456789012
    `),
  },
  {
    source: 'YunExpress, told in public',
    carrier: 'YunExpress',
    code: 'yunexpress',
    numbers: words(`
      YT2621200705470145
    `),
  },
  {
    source: 'Canada Post, S10',
    carrier: 'Canada Post',
    code: 'canada-post',
    numbers: words(`
      RB123456785CA CP123456785CA
    `),
  },
  {
    source: 'Planzer (Switzerland), tests of a public program',
    carrier: 'Planzer',
    code: null,
    numbers: words(`
      91346097020038089282 9999003316119
    `),
  },
  {
    source: 'Swiss Post',
    carrier: 'Swiss Post',
    code: null,
    numbers: words(`
      993412345612345678 981122334455667788 996013175411004730 RA123456785CH
    `),
  },
  {
    source: 'Quickpac (Switzerland)',
    carrier: 'Quickpac',
    code: null,
    numbers: words(`
      440012345612345678
    `),
  },
  {
    source: 'DPD Switzerland',
    carrier: 'DPD',
    code: null,
    numbers: words(`
      06086514587082 01234567890123
    `),
  },
  {
    source: 'Dachser',
    carrier: 'Dachser',
    code: null,
    numbers: words(`
      9010000001234
    `),
  },
  {
    source: 'Sunyou',
    carrier: 'Sunyou',
    code: null,
    numbers: words(`
      SY12345678901
    `),
  },
  {
    source: 'SpeedX, told in public',
    carrier: 'SpeedX',
    code: null,
    numbers: words(`
      SPXMIA056759629631 SPXMIA056746165383 SPXMIA056746185528 SPXMIA056745759994
    `),
  },
  {
    source: 'UniUni, told in public',
    carrier: 'UniUni',
    code: null,
    numbers: words(`
      UUS5B60564241706199 4C003925742US
    `),
  },
  {
    source: 'Estafeta',
    carrier: 'Estafeta',
    code: null,
    numbers: words(`
      2806075762
    `),
  },
  {
    source: 'Correos de Chile',
    carrier: 'Correos de Chile',
    code: null,
    numbers: words(`
      3072708247886
    `),
  },
  {
    source: 'Correios (Brazil), S10',
    carrier: 'Correios',
    code: null,
    numbers: words(`
      ES446391025BR
    `),
  },
  {
    source: 'China Post, S10',
    carrier: 'China Post',
    code: null,
    numbers: words(`
      RA222491899CN RP325552475CN LZ448865302CN LX123456785CN
    `),
  },
  {
    source: 'Hongkong Post, S10',
    carrier: 'Hongkong Post',
    code: null,
    numbers: words(`
      LB571181225HK RE113184005HK
    `),
  },
  {
    source: '4PX',
    carrier: '4PX',
    code: null,
    numbers: words(`
      4PX3001521662170CN
    `),
  },
  {
    source: 'Blue Dart (India), its own examples',
    carrier: 'Blue Dart',
    code: null,
    numbers: words(`
      79034111122 79034111041 90617363115
    `),
  },
  {
    source: 'Delhivery (India)',
    carrier: 'Delhivery',
    code: null,
    numbers: words(`
      1623110010010 32076610152736
    `),
  },
  {
    source: 'Posts of Asia, S10, github.com/zxp gist of 2014',
    carrier: 'foreign posts',
    code: null,
    numbers: words(`
      EP318770974NZ RF322965566SG EX011436437SG CI076369983JP EM385783825KR EE138961080TH RR157638464MY RR158903660MY
      CD656914836NO
    `),
  },
  {
    source: 'SF Express',
    carrier: 'SF Express',
    code: null,
    numbers: words(`
      133938675660
    `),
  },
  {
    source: 'STO Express',
    carrier: 'STO Express',
    code: null,
    numbers: words(`
      968754207139
    `),
  },
  {
    source: 'Yunda',
    carrier: 'Yunda',
    code: null,
    numbers: words(`
      1000478495775
    `),
  },
  {
    source: 'ZTO Express',
    carrier: 'ZTO Express',
    code: null,
    numbers: words(`
      778564698005
    `),
  },
  {
    source: 'Yamato',
    carrier: 'Yamato',
    code: null,
    numbers: words(`
      410569991366
    `),
  },
  {
    source: 'YTO Express',
    carrier: 'YTO Express',
    code: null,
    numbers: words(`
      D00015070907
    `),
  },
  {
    source: 'JD Logistics',
    carrier: 'JD Logistics',
    code: null,
    numbers: words(`
      VG05778167021
    `),
  },
  {
    source: 'DTDC (India)',
    carrier: 'DTDC',
    code: null,
    numbers: words(`
      N95614372
    `),
  },
  {
    source: 'Pos Malaysia, its own examples',
    carrier: 'Pos Malaysia',
    code: null,
    numbers: words(`
      MYPM00000000015 MYPM00000000017
    `),
  },
  {
    source: 'Packeta',
    carrier: 'Packeta',
    code: null,
    numbers: words(`
      Z8328162951 Z8328162946 Z8360329994 Z1234567890
    `),
  },
  {
    source: 'Poczta Polska',
    carrier: 'Poczta Polska',
    code: null,
    numbers: words(`
      PX0000000013 0015900773312345678
    `),
  },
  {
    source: 'Aramex',
    carrier: 'Aramex',
    code: null,
    numbers: words(`
      30109165494
    `),
  },
  {
    source: 'Yanwen',
    carrier: 'Yanwen',
    code: null,
    numbers: words(`
      BYS006086088 BYS006086077
    `),
  },
  {
    source: 'TNT',
    carrier: 'TNT',
    code: null,
    numbers: words(`
      928567507 211691259
    `),
  },
  {
    source: 'J&T Express (Indonesia)',
    carrier: 'J&T Express',
    code: null,
    numbers: words(`
      888058657515
    `),
  },
  {
    source: 'Correos Express',
    carrier: 'Correos Express',
    code: null,
    numbers: words(`
      93005001081690801339400
    `),
  },
  {
    source: 'BRT (Italy)',
    carrier: 'BRT',
    code: null,
    numbers: words(`
      027280011093919
    `),
  },
  {
    source: 'Ciblex (France)',
    carrier: 'Ciblex',
    code: null,
    numbers: words(`
      560815852502035603344150 560815852502035613344150
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number/issues, 15, 24, 70: taken for FedEx, or for none',
    carrier: 'USPS',
    code: 'usps',
    numbers: words(`
      420773169261290283641500004181 420967849405510200829415553590 420940059405510200828480912387
      420969299405510200829448809619 9205590111972410138505 9205590111972410138512 9205590111972410138536
      9205590111972410138543 9205590111972410138529 9200190111972410000878
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/issues/99: taken for FedEx',
    carrier: 'USPS',
    code: 'usps',
    numbers: words(`
      9202090339598352279018 9202090339598352366718 9201990153540214710128 9202090339598351457004
      9202090339598350916519 9202090339598350819421 9202090339598350198298
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/issues/12: sent by UPS and OSM, delivered by the post',
    carrier: 'USPS',
    code: 'usps',
    numbers: words(`
      9274890103422546330271 9261290172376608200214
    `),
  },
  {
    source: 'https://github.com/gabrielbull/php-ups-api/issues/260: UPS Mail Innovations, delivered by the post',
    carrier: 'USPS',
    code: 'usps',
    numbers: words(`
      92612909841003543402721592
    `),
  },
  {
    source:
      'https://github.com/egg-/delivery-tracker/issues, 37, 41; https://github.com/duckduckgo/zeroclickinfo-goodies/issues/1828',
    carrier: 'USPS',
    code: 'usps',
    numbers: words(`
      9400111206217036095304 9361289722660264016923 9361289879010710383692
    `),
  },
  {
    source:
      'https://github.com/jkeen/tracking_number_data/issues/108, https://github.com/duckduckgo/zeroclickinfo-goodies/issues/370: told with a check digit that is not theirs',
    carrier: 'USPS',
    code: 'usps',
    numbers: words(`
      9468930109345000192358 9361289877124723423129
    `),
  },
  {
    source:
      'https://github.com/sailrish/shipit/issues/38, https://github.com/EasyPost/easypost-python/issues/110 (a pallet)',
    carrier: 'UPS',
    code: 'ups',
    numbers: words(`
      802269919937015457 1058233044
    `),
  },
  {
    source: 'WooCommerce, tests of its shipping providers',
    carrier: 'UPS',
    code: 'ups',
    numbers: words(`
      1Z12345E0205271688 476618356000 T1234567890 MI1234561234567890123456
    `),
  },
  {
    source: 'WooCommerce, tests of its shipping providers',
    carrier: 'USPS',
    code: 'usps',
    numbers: words(`
      9307111899223859301234 9400110897700003238498 9205590175547700041234 95890000000000000000
    `),
  },
  {
    source: 'WooCommerce, tests of its shipping providers',
    carrier: 'FedEx',
    code: 'fedex',
    numbers: words(`
      9611020987654312345678 96128123456789012345 NFO1234567890123 123456789013
    `),
  },
  {
    source: 'https://github.com/niradler/tracking-number-validation/issues/6',
    carrier: 'FedEx',
    code: 'fedex',
    numbers: words(`
      9622080430002481027200399594546820
    `),
  },
  {
    source: 'https://github.com/jkeen/tracking_number_data/issues/4, 17; packyapp.com, instantparcels.com',
    carrier: 'OnTrac',
    code: 'ontrac',
    numbers: words(`
      LX16641251 1LS713461643483 1LS7235012355811-1 1LS72301001401854622 1LS716317038000783263
      D10011326755777 D10015874260816 C12215700588907 C11286171075072
    `),
  },
  {
    source: 'YRC Freight, its own examples of check digits (2012)',
    carrier: 'YRC Freight',
    code: null,
    numbers: words(`
      100-340397-9 828-561881-X 111-003542-0
    `),
  },
  {
    source: 'XPO Logistics, shape and check digit of its own page',
    carrier: 'XPO Logistics',
    code: null,
    numbers: words(`
      123-456782
    `),
  },
  {
    source: 'https://github.com/sailrish/shipit, tests of its guesses',
    carrier: 'FedEx',
    code: 'fedex',
    numbers: words(`
      771613423732 DT771613423732 376738675175401 997048950367429 61299998620341515252 41999998135520738841
      9611804010639001854878 9611804512604749366900
    `),
  },
  {
    source: 'https://github.com/sailrish/shipit, tests of its guesses: sent by FedEx and DHL, delivered by the post',
    carrier: 'USPS',
    code: 'usps',
    numbers: words(`
      02931503799192766595 9274899992136003821767 9361269903500576940071 9474812901015476250258
    `),
  },
  {
    source: 'https://github.com/sailrish/shipit, tests of its guesses: sent by UPS, delivered by the post',
    carrier: 'USPS',
    code: 'usps',
    numbers: words(`
      92748999997295513123034457 92748901377803583000610270
    `),
  },
  {
    source: 'https://github.com/sailrish/shipit, tests of its guesses',
    carrier: 'USPS',
    code: 'usps',
    numbers: words(`
      9400109699938860246573 420921559505500020714300000128 4209215512349505500020714300000128 EC207920162US
      92023901003036542400961407 4205690192023901019233001401555746 70131710000012912087
    `),
  },
  {
    source: 'https://github.com/sailrish/shipit, tests of its guesses',
    carrier: 'LaserShip',
    code: 'ontrac',
    numbers: words(`
      LM25904730 LE17119906 1LS72264319420039910 1LS717790937967 Q54631325C
    `),
  },
  {
    source: 'https://github.com/sailrish/shipit, tests of its guesses',
    carrier: 'OnTrac',
    code: 'ontrac',
    numbers: words(`
      C10999814714549
    `),
  },
  {
    source: 'https://github.com/sailrish/shipit, tests of its guesses',
    carrier: 'A1 International',
    code: null,
    numbers: words(`
      AZK1000301864 AZI1001449356 AZ2393686
    `),
  },
  {
    source: 'https://github.com/Shopify/active_shipping, its tests',
    carrier: 'FedEx',
    code: 'fedex',
    numbers: words(`
      403934084723025 957794015041323 798701052354 9622001900008000296000794637052920 406951321983787352
      122816215025810 843119172384577 315052413796541 199997777713
    `),
  },
  {
    source: 'https://github.com/Shopify/active_shipping, its tests',
    carrier: 'UPS',
    code: 'ups',
    numbers: words(`
      1Z5FX0076803466397
    `),
  },
  {
    source: 'https://github.com/Shopify/active_shipping, its tests',
    carrier: 'USPS',
    code: 'usps',
    numbers: words(`
      9102901000462189604217 9202090140694100000410 9574211957289221353248 9101010521290895036903 CJ422417033US
    `),
  },
  {
    source: 'https://github.com/Shopify/active_shipping, its tests',
    carrier: 'Canada Post',
    code: 'canada-post',
    numbers: words(`
      1371134583769923 1371134583769924 8213295707205355 4442172020196022 1680678172650919 020207021381215
    `),
  },
  {
    source: 'https://github.com/moralmunky/Home-Assistant-Mail-And-Packages, mails in its tests',
    carrier: 'UPS',
    code: 'ups',
    numbers: words(`
      1Z2345YY0678901234 1Z0Y12345678031234
    `),
  },
  {
    source: 'https://github.com/moralmunky/Home-Assistant-Mail-And-Packages, mails in its tests',
    carrier: 'FedEx',
    code: 'fedex',
    numbers: words(`
      61290912345678912345 286548999999
    `),
  },
  {
    source: 'https://github.com/moralmunky/Home-Assistant-Mail-And-Packages, mails in its tests',
    carrier: 'Royal Mail',
    code: null,
    numbers: words(`
      MA038501234GB
    `),
  },
  {
    source: 'https://github.com/moralmunky/Home-Assistant-Mail-And-Packages, mails in its tests',
    carrier: 'Australia Post',
    code: null,
    numbers: words(`
      997053641168
    `),
  },
  {
    source: 'https://github.com/moralmunky/Home-Assistant-Mail-And-Packages, mails in its tests',
    carrier: 'GLS',
    code: null,
    numbers: words(`
      90346692444 51687952111
    `),
  },
  {
    source: 'https://github.com/moralmunky/Home-Assistant-Mail-And-Packages, mails in its tests',
    carrier: 'DPD (Poland)',
    code: null,
    numbers: words(`
      1000399528451U 13490015284111
    `),
  },
  {
    source: 'https://github.com/moralmunky/Home-Assistant-Mail-And-Packages, mails in its tests',
    carrier: 'InPost',
    code: null,
    numbers: words(`
      609999999990999918999993 520113017830399002575123
    `),
  },
  {
    source: 'https://github.com/RomaBilka/parcel-tracking, its tests',
    carrier: 'DHL',
    code: 'dhl',
    numbers: words(`
      00340434292135100186 JVGL1111111111 JJD1111111111 3S1111111111
    `),
  },
  {
    source: 'https://github.com/RomaBilka/parcel-tracking, its tests',
    carrier: 'Nova Poshta',
    code: null,
    numbers: words(`
      59000777777777 NPMD000000001456NPI OG0212001001NPG EV00000000000543NPI
    `),
  },
  {
    source: 'https://github.com/RomaBilka/parcel-tracking, its tests',
    carrier: 'Ukrposhta',
    code: null,
    numbers: words(`
      0500128254873 0500128254610 RA067022878UA
    `),
  },
  {
    source: 'https://github.com/Markinhos/aftership-challenge, its test data',
    carrier: 'DPD (United Kingdom)',
    code: null,
    numbers: words(`
      15502370264989N
    `),
  },
];
