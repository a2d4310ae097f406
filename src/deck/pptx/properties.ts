import type { Report } from '#core/report/page.ts';
import { languageOf } from '../ooxml/text.ts';
import { A, P, R } from '../ooxml/namespaces.ts';
import { el, escapeXml, type Xml } from '../ooxml/xml.ts';

const NAMESPACES = { 'xmlns:a': A, 'xmlns:r': R, 'xmlns:p': P };

export interface Authorship {
  readonly author: string;
  /** ISO time to the second, in UTC. */
  readonly created: string;
}

export const coreProperties = (report: Report, { author, created }: Authorship): Xml =>
  el(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    el('dc:title', {}, escapeXml(report.title)),
    el('dc:creator', {}, escapeXml(author)),
    el('dc:language', {}, languageOf(report.locale)),
    el('cp:lastModifiedBy', {}, escapeXml(author)),
    el('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, created),
    el('dcterms:modified', { 'xsi:type': 'dcterms:W3CDTF' }, created),
  );

export const appProperties = (slides: number, notes: number): Xml =>
  el(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    el('PresentationFormat', {}, 'Widescreen'),
    el('Slides', {}, String(slides)),
    el('Notes', {}, String(notes)),
    el('Application', {}, 'Annum'),
  );

export const presentationProperties = (): Xml => el('p:presentationPr', NAMESPACES);

export const viewProperties = (): Xml =>
  el(
    'p:viewPr',
    NAMESPACES,
    '<p:normalViewPr><p:restoredLeft sz="15620"/><p:restoredTop sz="80000"/></p:normalViewPr>',
    '<p:slideViewPr><p:cSldViewPr><p:cViewPr varScale="1"><p:scale><a:sx n="100" d="100"/><a:sy n="100" d="100"/></p:scale><p:origin x="0" y="0"/></p:cViewPr><p:guideLst/></p:cSldViewPr></p:slideViewPr>',
    '<p:gridSpacing cx="76200" cy="76200"/>',
  );

/** The plain style is the default, so that a table drawn by hand looks like ours. */
export const tableStyles = (): Xml =>
  el('a:tblStyleLst', { 'xmlns:a': A, def: '{2D5ABB26-0587-4C30-8999-92F81FD0307C}' });
