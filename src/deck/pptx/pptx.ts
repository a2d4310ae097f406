import type { FigureSpec, Report } from '#core/report/page.ts';
import { SLIDE, type Slide } from '#core/report/slides/slide.ts';
import { slidesOf } from '#core/report/slides/slides.ts';
import { chartPart } from '../chart/chart.ts';
import { A, P, R } from '../ooxml/namespaces.ts';
import { OfficePackage } from '../ooxml/package.ts';
import { languageOf } from '../ooxml/text.ts';
import { theme } from '../ooxml/theme.ts';
import { el, type Xml } from '../ooxml/xml.ts';
import { emu } from './emu.ts';
import { coverLayout, findingLayout, notesMaster, slideMaster } from './master.ts';
import {
  appProperties,
  coreProperties,
  presentationProperties,
  tableStyles,
  viewProperties,
  type Authorship,
} from './properties.ts';
import { notesXml, slideXml } from './slide-part.ts';

const PRESENTATION = 'ppt/presentation.xml';
const MASTER = 'ppt/slideMasters/slideMaster1.xml';
const NOTES_MASTER = 'ppt/notesMasters/notesMaster1.xml';
const LAYOUTS = { cover: 'ppt/slideLayouts/slideLayout1.xml', finding: 'ppt/slideLayouts/slideLayout2.xml' } as const;

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml';
const OFFICE_TYPE = 'application/vnd.openxmlformats-officedocument';
const THEME_TYPE = `${OFFICE_TYPE}.theme+xml`;

/** The report as a PowerPoint file. Pages that still lack their figures are left out. */
export function pptx(report: Report, authorship: Authorship): Uint8Array<ArrayBuffer> {
  const shown = { ...report, pages: report.pages.filter((page) => page.missing === '') };
  const slides = slidesOf(shown);
  const pack = new OfficePackage();
  pack.relate('', PRESENTATION, 'officeDocument');
  pack.relate('', 'docProps/core.xml', 'core-properties');
  pack.relate('', 'docProps/app.xml', 'extended-properties');
  pack.addXml(
    'docProps/core.xml',
    'application/vnd.openxmlformats-package.core-properties+xml',
    coreProperties(report, authorship),
  );
  const withNotes = slides.filter((slide) => slide.page.notes !== '').length;
  pack.addXml('docProps/app.xml', `${OFFICE_TYPE}.extended-properties+xml`, appProperties(slides.length, withNotes));
  const masterId = addMaster(pack, report);
  const notesId = addNotesMaster(pack, report);
  const slideIds = slides.map((slide) => addSlide(pack, report, slide));
  pack.addXml(PRESENTATION, `${TYPE}.presentation.main+xml`, presentation(report, masterId, notesId, slideIds));
  addProperties(pack);
  return pack.zip();
}

function addMaster(pack: OfficePackage, { locale }: Report): string {
  const id = pack.relate(PRESENTATION, MASTER, 'slideMaster');
  const layouts = [
    { path: LAYOUTS.cover, xml: coverLayout(locale) },
    { path: LAYOUTS.finding, xml: findingLayout(locale) },
  ];
  const layoutIds = layouts.map(({ path, xml }) => {
    pack.addXml(path, `${TYPE}.slideLayout+xml`, xml);
    pack.relate(path, MASTER, 'slideMaster');
    return pack.relate(MASTER, path, 'slideLayout');
  });
  pack.addXml(MASTER, `${TYPE}.slideMaster+xml`, slideMaster(locale, layoutIds));
  pack.relate(MASTER, 'ppt/theme/theme1.xml', 'theme');
  pack.addXml('ppt/theme/theme1.xml', THEME_TYPE, theme('Annum', locale));
  return id;
}

function addNotesMaster(pack: OfficePackage, { locale }: Report): string {
  const id = pack.relate(PRESENTATION, NOTES_MASTER, 'notesMaster');
  pack.addXml(NOTES_MASTER, `${TYPE}.notesMaster+xml`, notesMaster(locale));
  pack.relate(NOTES_MASTER, 'ppt/theme/theme2.xml', 'theme');
  pack.addXml('ppt/theme/theme2.xml', THEME_TYPE, theme('Annum notes', locale));
  return id;
}

function addProperties(pack: OfficePackage): void {
  pack.relate(PRESENTATION, 'ppt/theme/theme1.xml', 'theme');
  const parts = [
    ['presProps', presentationProperties()],
    ['viewProps', viewProperties()],
    ['tableStyles', tableStyles()],
  ] as const;
  for (const [name, xml] of parts) {
    pack.relate(PRESENTATION, `ppt/${name}.xml`, name);
    pack.addXml(`ppt/${name}.xml`, `${TYPE}.${name}+xml`, xml);
  }
}

/** Adds a slide with its charts and notes; returns the presentation's relationship to it. */
function addSlide(pack: OfficePackage, report: Report, slide: Slide): string {
  const path = `ppt/slides/slide${slide.number}.xml`;
  pack.relate(path, slide.page.layout === 'cover' ? LAYOUTS.cover : LAYOUTS.finding, 'slideLayout');
  const charts = new Map<string, string>();
  for (const [at, figure] of figuresOf(slide).entries()) {
    charts.set(figure.id, addChart(pack, report, path, figure, `${slide.number}_${at + 1}`));
  }
  pack.addXml(
    path,
    `${TYPE}.slide+xml`,
    slideXml(report, slide, (id) => charts.get(id) ?? ''),
  );
  if (slide.page.notes !== '') addNotes(pack, report, slide, path);
  return pack.relate(PRESENTATION, path, 'slide');
}

const figuresOf = (slide: Slide): readonly FigureSpec[] =>
  slide.boxes.flatMap((box) => (box.kind === 'figure' ? [box.figure] : []));

function addChart(pack: OfficePackage, report: Report, slide: string, figure: FigureSpec, name: string): string {
  const path = `ppt/charts/chart${name}.xml`;
  const sheet = `ppt/embeddings/chart${name}.xlsx`;
  const { xml, workbook } = chartPart(figure, report.locale);
  pack.addFile(sheet, workbook);
  pack.addXml(path, `${OFFICE_TYPE}.drawingml.chart+xml`, xml(pack.relate(path, sheet, 'package')));
  return pack.relate(slide, path, 'chart');
}

function addNotes(pack: OfficePackage, report: Report, slide: Slide, path: string): void {
  const notes = `ppt/notesSlides/notesSlide${slide.number}.xml`;
  pack.relate(notes, NOTES_MASTER, 'notesMaster');
  pack.relate(notes, path, 'slide');
  pack.relate(path, notes, 'notesSlide');
  pack.addXml(notes, `${TYPE}.notesSlide+xml`, notesXml(report.locale, slide.page.notes));
}

function presentation(report: Report, masterId: string, notesId: string, slideIds: readonly string[]): Xml {
  const slides = slideIds.map((id, at) => el('p:sldId', { id: 256 + at, 'r:id': id }));
  return el(
    'p:presentation',
    { 'xmlns:a': A, 'xmlns:r': R, 'xmlns:p': P, saveSubsetFonts: 1 },
    el('p:sldMasterIdLst', {}, el('p:sldMasterId', { id: 2147483648, 'r:id': masterId })),
    el('p:notesMasterIdLst', {}, el('p:notesMasterId', { 'r:id': notesId })),
    el('p:sldIdLst', {}, ...slides),
    el('p:sldSz', { cx: emu(SLIDE.width), cy: emu(SLIDE.height) }),
    el('p:notesSz', { cx: 6858000, cy: 9144000 }),
    el(
      'p:defaultTextStyle',
      {},
      el('a:defPPr', {}, el('a:defRPr', { lang: languageOf(report.locale) })),
      el(
        'a:lvl1pPr',
        { algn: 'l', rtl: 0, eaLnBrk: 1, latinLnBrk: 0, hangingPunct: 1 },
        el(
          'a:defRPr',
          { sz: 1400, kern: 1200 },
          '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>',
        ),
      ),
    ),
  );
}
