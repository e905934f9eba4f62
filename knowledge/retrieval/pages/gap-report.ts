/** Unanswered questions, those that ask the same thing brought together, what is asked most first. */
import type { Article } from '../../domain/article.ts';
import type { UnansweredQuestion } from '../../domain/gap.ts';
import type { ArticleId, TurnId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { fold } from '../text/fold.ts';
import { termsOf } from '../text/tokens.ts';
import { createUnitVectors } from '../text/unit-vectors.ts';

export interface Gap {
  /** The question most like the others. */
  readonly question: string;
  readonly language: Language;
  readonly asked: number;
  /** How many of them staff marked as answered wrongly. */
  readonly markedWrong: number;
  readonly lastAt: Date;
  /** Other ways it was asked, at most five. */
  readonly also: readonly string[];
  /** The article that came nearest most often, if any is left. */
  readonly nearest?: Article;
  readonly turns: readonly TurnId[];
}

/** Words and characters together must be this much alike, 0..1; found on pairs of paraphrases and of neighbours. */
const alike = 0.36;
/** More are not compared, the oldest are left out: it takes a likeness of each to each. */
export const mostCompared = 4_000;

/** Complete enough for a report: each question joins the gap whose middle it is most like, else it begins one. */
export const gapsIn = (questions: readonly UnansweredQuestion[], articles: readonly Article[]): Gap[] => {
  const gaps: Gap[] = [];
  const byId = new Map(articles.map(a => [a.id, a]));
  for (const language of ['en', 'zh'] as const) {
    const own = questions
      .filter(q => q.language === language && termsOf(fold(q.text)).length > 0)
      .slice(0, mostCompared);
    for (const group of groupsOf(own)) gaps.push(gapOf(group, language, byId));
  }
  return gaps.sort((a, b) => b.asked - a.asked || b.lastAt.getTime() - a.lastAt.getTime());
};

interface Group {
  readonly members: UnansweredQuestion[];
  readonly middle: UnansweredQuestion;
}

const groupsOf = (questions: readonly UnansweredQuestion[]): Group[] => {
  const vectors = createUnitVectors(questions.map(q => fold(q.text)));
  const near = questions.map(q => {
    const { words, characters } = vectors.likeness(fold(q.text));
    const list: { at: number; likeness: number }[] = [];
    for (let i = 0; i < questions.length; i++) {
      const likeness = 0.5 * (words[i]! + characters[i]!);
      if (likeness >= alike) list.push({ at: i, likeness });
    }
    return list;
  });
  // The question with most neighbours first: it is the middle of its gap and takes them along.
  const order = [...questions.keys()].sort((a, b) => near[b]!.length - near[a]!.length || a - b);
  const taken = new Set<number>();
  const groups: Group[] = [];
  for (const at of order) {
    if (taken.has(at)) continue;
    const members = near[at]!.filter(n => !taken.has(n.at)).sort((a, b) => b.likeness - a.likeness);
    for (const member of members) taken.add(member.at);
    groups.push({ middle: questions[at]!, members: members.map(m => questions[m.at]!) });
  }
  return groups;
};

const gapOf = ({ middle, members }: Group, language: Language, byId: ReadonlyMap<ArticleId, Article>): Gap => {
  const votes = new Map<ArticleId, number>();
  for (const { nearest } of members)
    nearest.forEach((id, place) => {
      if (byId.has(id)) votes.set(id, (votes.get(id) ?? 0) + 1 / (place + 1));
    });
  const [nearest] = [...votes].sort((a, b) => b[1] - a[1]);
  const also = [...new Set(members.map(m => m.text))].filter(text => text !== middle.text).slice(0, 5);
  return {
    question: middle.text,
    language,
    asked: members.length,
    markedWrong: members.filter(m => m.reason === 'marked-wrong').length,
    lastAt: new Date(Math.max(...members.map(m => m.at.getTime()))),
    also,
    ...(nearest ? { nearest: byId.get(nearest[0])! } : {}),
    turns: members.map(m => m.id),
  };
};
