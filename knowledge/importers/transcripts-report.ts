/** What transcripts tell a marketer: how much is understood, what is missing, and sentences ready to be taught. */
import type { ReadTranscripts } from './transcripts-read.ts';
import type { SortedQuestions } from './transcripts-sort.ts';

const percent = (part: number, whole: number): string => `${whole === 0 ? 0 : Math.round((100 * part) / whole)} %`;
const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

const shownClusters = 40;
const shownQuestions = 12;
const shownCandidates = 15;

const knownCount = (sorted: SortedQuestions): number =>
  sorted.total - sorted.single.length - sorted.clusters.reduce((sum, c) => sum + c.times, 0);

/** A few lines for the terminal. */
export const transcriptSummary = (read: ReadTranscripts, sorted: SortedQuestions): string[] => {
  const { clusters, single, total } = sorted;
  const inClusters = clusters.reduce((sum, c) => sum + c.times, 0);
  return [
    `${read.file}: ${total} questions; ${percent(knownCount(sorted), total)} belong to an intent that is taught, ${percent(inClusters, total)} are asked repeatedly and have none, ${percent(single.length, total)} stand alone`,
    ...(read.badLines.length > 0
      ? [
          `${read.badLines.length} lines could not be used, the first: line ${read.badLines[0]!.line}, ${read.badLines[0]!.reason}`,
        ]
      : []),
    ...(clusters.length > 0 ? ['Asked most without an intent:'] : []),
    ...clusters.slice(0, 5).map(c => `  ${String(c.times).padStart(5)}  ${cut(c.questions[0]!.question, 90)}`),
  ];
};

/** The whole report as Markdown; the lists can be copied into example files as they are. */
export const transcriptReport = (read: ReadTranscripts, sorted: SortedQuestions): string => {
  const { clusters, single, known, disputed, total } = sorted;
  const out: string[] = [
    `# Questions of ${read.file}`,
    '',
    ...transcriptSummary(read, sorted)
      .slice(0, 1)
      .map(line => `${line}.`),
    `A question counts as known from a likeness of ${sorted.thresholds.likeness.toFixed(2)} to an example and a certainty of ${sorted.thresholds.probability.toFixed(2)} on, where eight in ten examples that are left out find their own intent.`,
    '',
    '## Gaps: asked repeatedly, no intent yet',
    '',
  ];
  if (clusters.length === 0) out.push('None.', '');
  for (const [i, cluster] of clusters.slice(0, shownClusters).entries()) {
    out.push(
      `### ${i + 1}. ${cut(cluster.questions[0]!.question, 70)}`,
      '',
      `Asked ${cluster.times} times (${percent(cluster.times, total)}), about: ${cluster.words.join(', ') || 'no word in common'}; nearest meaning: ${cluster.concept}.`,
      ...(cluster.answer
        ? [`Staff answered: "${cut(cluster.answer, 300)}"`]
        : ['No answer is on record: an article is missing, too.']),
      'If it is an intent of its own, start its file with:',
      '',
      ...cluster.questions.slice(0, shownQuestions).map(q => `- ${q.question}`),
      '',
    );
  }
  if (clusters.length > shownClusters) out.push(`${clusters.length - shownClusters} smaller groups are left out.`, '');
  out.push('## Candidates for the intents that are taught', '');
  const lists = [...known].filter(([, list]) => list.length > 0).sort((a, b) => b[1].length - a[1].length);
  if (lists.length === 0) out.push('None.', '');
  for (const [intent, list] of lists) {
    out.push(`### ${intent}`, '', `${list.length} new wordings, those least like what is taught first:`, '');
    for (const { question } of list.slice(0, shownCandidates)) out.push(`- ${question.question}`);
    out.push('');
  }
  if (disputed.length > 0) {
    out.push('## Labels that look wrong', '');
    for (const { question, intent } of disputed.slice(0, 50)) {
      out.push(
        `- line ${question.line}: "${question.question}" is labelled ${question.label}, and is most like ${intent}`,
      );
    }
    out.push('');
  }
  if (single.length > 0) {
    out.push('## Asked once', '', ...single.slice(0, 50).map(q => `- ${q.question}`), '');
    if (single.length > 50) out.push(`${single.length - 50} more are left out.`, '');
  }
  if (read.badLines.length > 0) {
    out.push('## Lines that could not be used', '');
    for (const { line, reason } of read.badLines.slice(0, 50)) out.push(`- line ${line}: ${reason}`);
    out.push('');
  }
  return out.join('\n');
};
