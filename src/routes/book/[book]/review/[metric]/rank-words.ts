import type { DimensionRank } from '#core/evaluation.ts';
import type { ReportFormats } from '#core/report/words.ts';
import { m } from '#messages/compiled/messages.js';
import { dimensionWord, segmentWord } from '#messages/metric-words.ts';

/** The few segments that explain, by name; '' where none do. */
export const setWords = ({ by, elements }: DimensionRank): string =>
  elements
    .filter(({ explaining }) => explaining)
    .map(({ id }) => segmentWord(by, id))
    .join(m.report_list_comma());

/** What a dimension explains, in a line: "Meat snacks: 87.0% of the change". */
export const rankWords = (rank: DimensionRank, formats: ReportFormats): string =>
  rank.explains
    ? m.compare_rank_explains({ set: setWords(rank), power: formats.percent(rank.power) })
    : m.compare_rank_not();

/** The finding over all dimensions. */
export function rankingTitle([first]: readonly DimensionRank[]): string {
  return first?.explains
    ? m.compare_rank_title({ dimension: dimensionWord(first.by), set: setWords(first) })
    : m.compare_rank_title_none();
}
