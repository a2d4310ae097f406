import type { ChipRun, Conclusion, ConclusionBlock, FigureRef } from '#core/book/book.ts';
import {
  BOLD_MARK,
  CHIP_ATTRIBUTES,
  CHIP_NODE,
  PARAGRAPH_NODE,
  SEEN_ATTRIBUTE,
  seenOf,
} from '#core/book/conclusion-nodes.ts';
import * as Y from 'yjs';
import { isPeriodKey, isPlain, partName, text } from './fields.ts';
import { CONCLUSION_PREFIX, figureKind } from './schema.ts';

const MOST_BLOCKS = 500;
const MOST_RUNS = 500;
const LONGEST_RUN = 20_000;

type Run = ConclusionBlock['children'][number];

const name = text(200);

function readChip(chip: Y.XmlElement): Run[] {
  const attribute = (key: (typeof CHIP_ATTRIBUTES)[number]): string => name(chip.getAttribute(key));
  const figure = figureKind(attribute('figure'));
  const period = attribute('period');
  if (!figure || !isPeriodKey(period)) return [];
  const of = partName(chip.getAttribute('of'));
  const ref: FigureRef = { metric: attribute('metric'), figure, period, ...(of && { of }) };
  const seen = seenOf(chip.getAttribute(SEEN_ATTRIBUTE));
  return [{ kind: 'chip', figure: ref, ...(seen !== undefined && { seen }) }];
}

function readText(shared: Y.XmlText): Run[] {
  const delta: unknown = shared.toDelta();
  if (!Array.isArray(delta)) return [];
  return delta.slice(0, MOST_RUNS).flatMap((op: unknown): Run[] => {
    if (!isPlain(op) || typeof op['insert'] !== 'string' || op['insert'] === '') return [];
    const marks = op['attributes'];
    const bold = isPlain(marks) && Object.hasOwn(marks, BOLD_MARK) && marks[BOLD_MARK] !== null;
    return [{ kind: 'text', text: op['insert'].slice(0, LONGEST_RUN), bold }];
  });
}

function readRun(child: unknown): Run[] {
  if (child instanceof Y.XmlText) return readText(child);
  if (child instanceof Y.XmlElement && child.nodeName === CHIP_NODE) return readChip(child);
  return [];
}

/** Elements other than paragraphs are read as paragraphs, so that text of a newer version is not hidden. */
export function readConclusion(fragment: Y.XmlFragment): Conclusion {
  const blocks: ConclusionBlock[] = [];
  for (const child of fragment.toArray().slice(0, MOST_BLOCKS)) {
    if (child instanceof Y.XmlText) blocks.push({ children: readText(child) });
    else if (child instanceof Y.XmlElement)
      blocks.push({ children: child.toArray().slice(0, MOST_RUNS).flatMap(readRun) });
  }
  return { blocks };
}

function chipElement({ figure, seen }: ChipRun): Y.XmlElement {
  const chip = new Y.XmlElement(CHIP_NODE);
  for (const key of CHIP_ATTRIBUTES) chip.setAttribute(key, figure[key] ?? '');
  if (seen !== undefined) chip.setAttribute(SEEN_ATTRIBUTE, String(seen));
  return chip;
}

function paragraphElement(block: ConclusionBlock): Y.XmlElement {
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let delta: { insert: string; attributes: Record<string, object> }[] = [];
  const endText = (): void => {
    if (delta.length === 0) return;
    const shared = new Y.XmlText();
    shared.applyDelta(delta);
    children.push(shared);
    delta = [];
  };
  for (const run of block.children) {
    if (run.kind === 'text') {
      if (run.text) delta.push({ insert: run.text, attributes: run.bold ? { [BOLD_MARK]: {} } : {} });
    } else {
      endText();
      children.push(chipElement(run));
    }
  }
  endText();
  const paragraph = new Y.XmlElement(PARAGRAPH_NODE);
  paragraph.insert(0, children);
  return paragraph;
}

export function writeConclusion(fragment: Y.XmlFragment, blocks: readonly ConclusionBlock[]): void {
  fragment.delete(0, fragment.length);
  fragment.insert(0, blocks.map(paragraphElement));
}

/** A conclusion's shared text. Top-level, so that two people who open it at once open the same one. */
export const conclusionFragment = (doc: Y.Doc, owner: string): Y.XmlFragment =>
  doc.getXmlFragment(CONCLUSION_PREFIX + owner);
