import { type Article, isReadable, type Reader } from '../../knowledge/domain/article.ts';
import type { Language } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import type { Shopper } from '../../knowledge/domain/shopper.ts';
import { wallClockAt } from '../../knowledge/domain/wall-clock.ts';
import { isMadeForKids } from '../../knowledge/retrieval/goods/for-whom.ts';
import type { ArticleIndex } from '../../knowledge/retrieval/pages/articles.ts';
import { withCountedFrom } from '../../knowledge/retrieval/pages/counted-on.ts';
import type { Passage } from '../../knowledge/retrieval/pages/passage.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../memory.ts';
import type { DialogServices } from '../services.ts';
import type { Turn, Understanding } from '../turn.ts';
import { asksOnlyMeasure } from '../understand/pages/leans-on-page.ts';
import { goesAbroad, policyAsked } from '../understand/pages/policy-asked.ts';
import { serviceSpokenOf } from '../understand/pages/service-aspects.ts';
import { tellsTried } from '../understand/pages/tried-told.ts';
import { tellsBuild } from '../understand/people/size-of-body.ts';
import { answersByWords, asMayBe, type FoundByWords } from './answers-by-words.ts';
import { appliedTo, sizeByTable, whenItLeaves } from './applied-rule.ts';
import { careAsked } from './care-asked.ts';
import { eachPart, halvesOf, ofToldPage, partsOfPlace, rulesApart } from './each-part.ts';
import { forAbroad } from './for-abroad.ts';
import { listedOnPage } from './listed-on-page.ts';
import { besidePage, measureOnPage } from './on-page.ts';
import { openRuleIn } from './open-rule.ts';
import { careFor } from './page-for-goods.ts';
import { askPages, isAnswered } from './page-question.ts';
import { isCertain, isRightAgain, rankedAnswers, withSubject } from './ranked-answers.ts';
import { sizeAsked } from './size-asked.ts';
import { thresholdBasis } from './threshold-basis.ts';
import { toldInVain } from './told-in-vain.ts';
import { aboutOf, asTold } from './told-passages.ts';
import { namesOfGoods } from './unknown-thing.ts';
import { unsaidMatter } from './unsaid-matter.ts';
import { unsaidMeaning } from './unsaid-meaning.ts';

const ruleIn = (text: string, language: Language): Understanding['plainly'] => {
  const rule = policyAsked(fold(text), language);
  return rule?.open ? undefined : rule;
};

/** A shopper's own words, as far as an answer needs them. */
const longestQuestion = 500;

/** What the shop's articles say to this message: those that hold now and are meant for this shopper. */
export const readAnswers = async (
  turn: Turn,
  understanding: Understanding,
  shopper: Pick<Shopper, 'segments'>,
  index: ArticleIndex,
  { encoder, catalogue, answers: ranker }: Pick<DialogServices, 'encoder' | 'catalogue' | 'answers'>,
  {
    spokenOf,
    memory,
    had,
  }: {
    readonly spokenOf?: Product | undefined;
    readonly memory: Pick<
      ConversationMemory,
      'topic' | 'toldOfTopic' | 'policy' | 'subject' | 'service' | 'shown' | 'abroad' | 'questioned' | 'turns'
    >;
    readonly had?: ConversationMemory['had'];
  },
): Promise<Passage[]> => {
  const { language, intent, askedMeant } = understanding;
  const { view } = catalogue;
  const whole = (understanding.said || understanding.query || turn.text).slice(0, longestQuestion);
  const ofFit = understanding.plainly?.name === 'size-up';
  const ofSizes = understanding.plainly && !ofFit ? [] : sizeAsked(whole, spokenOf, memory, view, { language, ofFit });
  const sized = ofSizes.find(question => ruleIn(question, language)) ?? ofSizes[0];
  const plainly = sized === undefined ? understanding.plainly : ruleIn(sized, language);
  const open =
    plainly || sized !== undefined
      ? undefined
      : openRuleIn(whole, language, { told: memory.policy, subject: memory.subject });
  const said = sized ?? open?.said ?? whole;
  const reader: Reader = { now: turn.at, audiences: [turn.signedIn ? 'signed-in' : 'guest', ...shopper.segments] };
  const articles = view.articles.filter(article => isReadable(article, reader));
  const told = memory.topic === undefined ? undefined : view.articles.find(a => a.id === memory.topic);
  // What is asked once more was not answered by what was told.
  const page = askedMeant ? undefined : told;
  const inVain = askedMeant && told ? toldInVain(askedMeant, told, memory.toldOfTopic ?? [], language) : undefined;
  const isNot = inVain?.isNot;
  const [only, ...others] = memory.shown;
  const thing = spokenOf ?? (only !== undefined && others.length === 0 ? view.byId.get(only) : undefined);
  const applied = appliedTo(said, page, language, aboutOf(said, spokenOf, view.shop), turn.at);
  if (applied) return [applied];
  const listed = listedOnPage({
    said: fold(whole),
    language,
    articles,
    page: told,
    marks: memory.toldOfTopic ?? [],
    rule: plainly?.name,
    spokenOf,
  });
  if (listed) return [listed];
  const basis = thresholdBasis(fold(whole), told, articles, language);
  if (basis) return [basis];
  const byBody = understanding.plainly?.name === 'body-size' && tellsBuild(fold(whole));
  const ofSize = ofFit || (thing && isMadeForKids(thing)) ? undefined : sizeByTable(whole, articles, language, byBody);
  if (ofSize) return [ofSize];
  const leaving = whenItLeaves(said, articles, language, wallClockAt(turn.at, view.shop.timeZone ?? 'UTC').hour);
  if (leaving) return [leaving];
  const asked = {
    said,
    ...careAsked(said, spokenOf, language),
    language,
    reader,
    index,
    intent,
    plainly,
    policy: memory.policy ?? serviceSpokenOf(memory),
    subject: memory.subject,
    abroad: understanding.abroad ?? memory.abroad ?? false,
    page,
    marks: memory.toldOfTopic ?? [],
    articles,
    isOfGoods: namesOfGoods(view),
  };
  const ofSuch = careOfAsked(
    whole,
    understanding,
    spokenOf ? [spokenOf] : memory.shown.flatMap(id => view.byId.get(id) ?? []),
    {
      shop: view.shop,
      articles,
    },
  );
  if (ofSuch) return [ofSuch];
  // How much it is to Hong Kong was asked a while ago: nobody need be there for that.
  const asksFromAbroad =
    understanding.abroad ??
    (memory.questioned?.at === memory.turns - 1 && goesAbroad(fold(memory.questioned.text)) === true);
  const rule = plainly ?? open;
  const [ofRule] = isNot && rule ? await askPages(asked, encoder).ofRule(rule) : [];
  const unseen = askPages({ ...asked, isNot }, encoder);
  // What the rule that is asked for once more says was right the first time, and so was what nothing else comes near.
  const wasRight =
    isNot &&
    !askedMeant?.refused &&
    ((ofRule && isNot(ofRule)) ||
      (ranker && !rule && !inVain?.isWhole && (await isRightAgain(askPages(asked, encoder), unseen, isNot, ranker))));
  const question = wasRight ? askPages(asked, encoder) : unseen;
  const unsaid = (await unsaidMatter(question)) ?? (await unsaidMeaning(question));
  if (unsaid) return unsaid;
  if (page && asksOnlyMeasure(said)) {
    const measured =
      measureOnPage(page, said, question.marks, language, plainly !== undefined) ??
      (plainly ? undefined : await besidePage(page, said, language, question.asks));
    if (measured) return [measured];
  }
  const ready = (passages: readonly Passage[]): Passage[] => {
    const told = asTold(passages, question, catalogue, turn.at, thing, had);
    const known = (ranker ? withSubject(told, question, ranker) : told).map(one =>
      withCountedFrom(asksFromAbroad ? forAbroad(one, language) : one, language),
    );
    // Asked once more it is the one answer that is wanted.
    return askedMeant ? known.slice(0, 1) : known;
  };
  const all = said === whole ? question : askPages({ ...asked, said: whole, text: whole }, encoder);
  const onPage = askedMeant ? undefined : await ofToldPage(all);
  if (onPage) return ready([onPage]);
  const each =
    ranker && !askedMeant
      ? ((await partsOfPlace(all)) ?? (await rulesApart(all)) ?? (await halvesOf(all)) ?? (await eachPart(all, ranker)))
      : undefined;
  if (each) return ready(each);
  // A rule in closed words is found by them as well as by what was learned, and what follows from it hangs on the rule.
  const byWords = plainly || page || !ranker ? await answersByWords(question) : undefined;
  const ranked = ranker && !plainly ? await rankedAnswers(question, ranker) : undefined;
  const learned = ranked && ready(ranked);
  const isNearer =
    byWords && (plainly || !ranker || (!open && saysNothing(byWords) && (tellsTried(said) || !saysMore(learned))));
  // Words that make it that rule are surer than what was learned of doubtful ones.
  const plain = open && (!learned || learned[0]?.hedged) ? await question.ofRule(open) : [];
  if (isAnswered(plain, index)) return ready(asMayBe(plain));
  if (learned && !isNearer) return learned;
  const { passages, asItIs } = byWords ?? (await answersByWords(question));
  if (asItIs) return passages;
  // Words alone are told as what may be meant, where what people ask says otherwise.
  return ready(isNearer ? passages : passages.map(p => (isAnswered([p], index) ? asMayBe([p])[0]! : p)));
};

/** That no page has what is new in it, or that what was told was tried already. */
const saysNothing = ({ passages: [first] }: FoundByWords): boolean => first?.again === true && first.hedged === true;

/** Something else than what was told just now, and for certain. */
const saysMore = (learned: readonly Passage[] | undefined): boolean =>
  isCertain(learned) && learned?.[0]?.again !== true;

/** What the page for such goods says of how they are washed, brewed or kept: of several, where it says the same of all. */
const careOfAsked = (
  said: string,
  { intent, asks, ofEach, language }: Understanding,
  of: readonly Product[],
  { shop, articles }: { readonly shop: Shop; readonly articles: readonly Article[] },
): Passage | undefined => {
  const asked = ofEach ?? asks;
  if (intent !== 'product-details' || !asked || (of.length > 1 && !ofEach)) return undefined;
  const [first, ...others] = of.map(product => careFor(said, asked, product, shop, articles, language));
  return others.every(one => one?.id === first?.id) ? first : undefined;
};
