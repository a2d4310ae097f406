export const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const P = 'http://schemas.openxmlformats.org/presentationml/2006/main';
export const C = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
export const C15 = 'http://schemas.microsoft.com/office/drawing/2012/chart';
export const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
