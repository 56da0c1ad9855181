import type { RefusalCode } from '../domain/vocabulary.ts';

/** What the sentences of distributors, and of what stands before them, speak of, whoever says them. */

/** So much of a distributor's words is looked at. */
export const longest = 2_000;

/** Words that speak of a second one of the same, whatever else they are about. */
const copy =
  /duplica|already (?:been )?(?:used|placed|processed|submitted|ordered|entered|captured|charged|paid|authori|exists)|has been (?:used|placed|processed|submitted|ordered)|resubmi|replay|repeated|\brepeat\b|identical|same (?:order|request)|\btwice\b|\bunique\b|unique constraint|primary key|sqlstate|\bora-\d{5}|\be11000\b|optimistic|version mismatch|(?:number|reference|\bp\.?o\.?|order|token|nonce|key)(?: \S{1,20})?(?: (?:was|is|been))? used\b|(?:number|reference|\bp\.?o\.?|\border)(?: (?:was|is))? (?:not available|unavailable)|doublon|doppelt|重複|重复|중복/i;
/** Words that may speak of the first of two, and of the order's content as well. */
const first =
  /already|previous|(?<!\b(?:no|não|n['’]) ?)exist(?:s\b|e\b|ente|iert(?! nicht))|\bre-?used?\b|in use|(?<!\b(?:not|item|part|card) )on (?:file|record)\b|\btaken\b|conflict|déjà|\bya (?:fue|se|está)|\bjá\b|cadastrad|bereits|vorhanden|vergeben|\bgià(?![a-z])|已存在/i;
/** Names of what our own request has made: they stand in many a no, too. */
const ours =
  /\bcart\b|\bp\.?o\.?\b(?!\W{0,2}box)|po.?(?:number|num|no)\b|purchase.?order|order (?:number|was not found|not found)/i;

/** A word and, at most so many letters later in the same clause, another. Between them a pattern of its own would not be linear. */
const soonAfter =
  (first: RegExp, later: RegExp, letters: number) =>
  (words: string): boolean =>
    [...words.matchAll(first)].some(({ 0: found, index }) => {
      const from = index + found.length;
      const [clause = ''] = words.slice(from, from + letters).split(/[.;:]/, 1);
      return later.test(clause);
    });

/** Words that tell of an order that was made, or of its payment, although the answer is a no. */
const made: readonly ((words: string) => boolean)[] = [
  (words) =>
    /^(?:ok|success(?:ful(?:ly)?)?|accepted|created|queued|received|held|pending|thank you)\b|awaiting payment|(?:allocated|reserved) (?:to|for) (?:this|your|the) order/i.test(
      words,
    ),
  soonAfter(
    /\b(?:order|request|transaction|purchase)\b/gi,
    /\b(?:accepted|placed|created|entered|saved|submitted|received|shipped|closed|completed?|booked|processed|queued|held|paid|found|registered|on (?:credit )?hold)\b/i,
    50,
  ),
  soonAfter(/\b(?:accepted|placed|received|entered|created|submitted|processed)\b/gi, /\border\b/i, 25),
  soonAfter(/\b(?:payment|card)\b/gi, /\b(?:taken|processed|captured|charged|pending|authori[sz]ed)\b/i, 50),
];
const isDenied =
  /\b(?:not?|never|non|nothing|cannot|can['’]?t|could ?n['’]?t|unable|unless|until|without|must|should|declined|denied|rejected|only|zero|0)\b/i;
const tellsOfMade = (words: string): boolean => made.some((tells) => tells(words)) && !isDenied.test(words);

/** What is usually said of the order's content, of a first request as of any other. */
const ofContent = new Set<RefusalCode>(['payment', 'out-of-stock', 'bad-credentials']);
/**
 * Whether words may be the echo of our own request: had something in between delivered it twice, the second answer would speak so.
 * Such a no to a first request says nothing about what the first of the two did.
 */
export const mayBeEcho = (code: RefusalCode, words: string): boolean => {
  const heard = words.slice(0, longest);
  if (code === 'duplicate-po' || copy.test(heard) || tellsOfMade(heard)) return true;
  return !ofContent.has(code) && (first.test(heard) || ours.test(heard));
};

/** Of the stock of a part: not of its stock number, nor of an account that has not enough. */
export const ofStock =
  /stock(?!.?(?:num(?:ber)?\b|nos?\.|code|id\b))|not available|unavailable|insufficient(?! (?:funds|credit|balance|permission|privilege|rights))|back.?order/i;

/** Of where it is sent: not of a capacity, nor of an order's or a database's state. */
export const ofAddress = /address|zip|postal|(?<!capa|velo|enti|pli)city|(?<!sql|order )state\b(?! (?:token|machine))/i;

/** Of what may not be sold or sent: not of a field that may not be so long. */
export const ofSale =
  /restrict|prohibited|not allowed(?! to be (?:empty|blank|null))|may not(?! be (?:greater|less|more|longer|fewer|empty|blank|null)\b)/i;

/** What is not about the order at all, but about the way to it: a system that is down, or too slow, or still at it. */
const trouble =
  /\btime(?:d[ -]?|-)?out\b|\btimed out\b|\babend|deadlock|lock wait|(?:record|row|file|order) (?:is |was )?(?:locked|in use)|locked by|(?:in|under) progress|(?:being|is|still) process(?:ed|ing)|internal (?:server )?error|(?:system|unexpected|unspecified|communication|database|gateway) (?:error|fail)|\b(?:system|service|server|host|mainframe|database|gateway|application|connection|backend|upstream)(?: (?:is|was|has|currently|temporarily)){0,3} (?:unavailable|not (?:available|respond)|down\b|offline|busy|reset|refused|closed|failed)|no response from/i;
const aboutStock = /\bstock\b|back.?order/i;
/**
 * Words under which a no may be none: what became of the order they do not say, and when it is sent again they may say so again.
 */
export const isOfTrouble = (words: string): boolean =>
  trouble.test(words.slice(0, longest)) && !aboutStock.test(words.slice(0, longest));

/** A throttle is a part of a motorcycle, too. */
const tooManyAsked =
  /too many (?:requests|attempts|calls|connections)|\brate.?limit(?!er)|\bthrottled\b|\bthrottling\b|spike.?arrest|slow down|over (?:qps|rate)\b|call volume quota|\b(?:requests?|calls?|quer(?:y|ies)|api|hits?|usage|inquir(?:y|ies)) (?:limit|quota)/i;
/** Limits of requests, unless the words are about what was ordered, or who pays: a card has a daily limit, and so has an item. */
const someLimit =
  /quota (?:was )?exceeded|exceeded (?:your|the) quota|\b(?:transactions?|minute|hourly|daily|monthly) (?:limit|quota)/i;
/** Words of what an order holds, or how it is paid. */
export const ofOrders =
  /\bcards?\b|\bpayments?\b|\bitems?\b|\bparts?\b|\bproducts?\b|\bskus?\b|\bpieces?\b|\bunits?\b|\bqty\b|quantit|\border(?:s|ed)?\b|\blines?\b|drop.?ship/i;
const ofMoney = /credit|order limit|purchas|dollar|spend|amount/i;
/** Whether words say that too much was asked: not of an account's credit, which has a limit too, nor of so many pieces a day. */
export const isOfLimit = (words: string): boolean => {
  const heard = words.slice(0, longest);
  return tooManyAsked.test(heard) || (someLimit.test(heard) && !ofOrders.test(heard) && !ofMoney.test(heard));
};
