import type { RefusalCode } from '../domain/vocabulary.ts';

/** What the sentences of distributors, and of what stands before them, speak of, whoever says them. */

/** So much of a distributor's words is looked at. */
export const longest = 2_000;

/**
 * Words that may be the echo of our own request: had something in between delivered it twice, the second answer would speak so.
 * Such a no to a first request says nothing about what the first of the two did.
 */
const echo =
  /duplica|already|previous|\bexists\b|re-?used?\b|in use|\bunique\b|repeated|resubmi|(?<!\b(?:not|item|part|card) )on (?:file|record)\b|\btaken\b|has been (used|placed|processed|submitted|ordered)|\btwice\b|conflict|\bcart\b|\bp\.?o\.?\b(?!\W{0,2}box)|po.?(number|num|no)\b|purchase.?order|order (number|was not found|not found)|déjà|doublon|\bya (?:existe|fue|se)|existente|bereits|doppelt|vorhanden|vergeben|\bgià(?![a-z])/i;

/** Of the stock of a part: not of its stock number, nor of an account that has not enough. */
export const ofStock =
  /stock(?!.?(?:num(?:ber)?\b|nos?\.|code|id\b))|not available|unavailable|insufficient(?! (?:funds|credit|balance|permission|privilege|rights))|back.?order/i;

/** Of what may not be sold or sent: not of a field that may not be so long. */
export const ofSale =
  /restrict|prohibited|not allowed(?! to be (?:empty|blank|null))|may not(?! be (?:greater|less|more|longer|fewer|empty|blank|null)\b)/i;

/** These are about the order's content, and were said of a first request as they would be of any. */
const neverEcho = new Set<RefusalCode>(['payment', 'out-of-stock', 'bad-credentials']);
export const mayBeEcho = (code: RefusalCode, words: string): boolean =>
  code === 'duplicate-po' || (!neverEcho.has(code) && echo.test(words.slice(0, longest)));

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
const tooMany =
  /too many (?:requests|attempts|calls|connections)|\brate.?limit(?!er)|\bthrottled\b|\bthrottling\b|quota (?:was )?exceeded|exceeded (?:your|the) quota|spike.?arrest|slow down|\b(?:requests?|calls?|quer(?:y|ies)|api|hits?|usage|inquir(?:y|ies)|transactions?|minute|hourly|daily|monthly) limit/i;
const ofMoney = /credit|order limit|purchas|dollar|spend|amount/i;
/** Whether words say that too much was asked: not of an account's credit, which has a limit too. */
export const isOfLimit = (words: string): boolean =>
  tooMany.test(words.slice(0, longest)) && !ofMoney.test(words.slice(0, longest));
