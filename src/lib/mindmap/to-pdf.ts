import PDFDocument from 'pdfkit';
import { emsOfRun, openFonts, runsInOrder, type Face, type FontFiles, type OpenFonts } from './measure.ts';
import { daylight } from './paints.ts';
import type { GroupNode, PathNode, Scene, SceneNode, TextNode } from './scene.ts';
import { pathData } from './to-svg.ts';

/** Paper on its side, in points. */
const paperSizes = { a3: [1190.55, 841.89], a4: [841.89, 595.28] } as const;
export type PaperSize = keyof typeof paperSizes;

export interface PdfOptions {
  readonly title: string;
  readonly author: string;
  /** The day that stands in the file as its date: never the clock, so that the same map gives the same file. */
  readonly day: string;
}

/**
 * Drawings on sheets, one each: vectors, and text that stays text, in the embedded fonts of the house. Tagged,
 * so that who listens gets headings and lists in their order, and by each activity who does it.
 */
export async function toPdf(
  scenes: readonly Scene[],
  files: FontFiles,
  paper: PaperSize,
  options: PdfOptions,
): Promise<Uint8Array> {
  const [width, height] = paperSizes[paper];
  const date = new Date(`${options.day}T00:00:00Z`);
  const lang = scenes[0]?.lang ?? '';
  const document = new PDFDocument({
    autoFirstPage: false,
    size: [width, height],
    margin: 0,
    lang,
    displayTitle: true,
    tagged: true,
    pdfVersion: '1.7',
    info: { Title: options.title, Author: options.author, CreationDate: date, ModDate: date },
  });
  const done = new Promise<Uint8Array>((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => {
      resolve(joined(chunks));
    });
    document.on('error', reject);
  });
  for (const face of ['sans', 'serif'] as const)
    for (const [index, file] of files[face].entries()) document.registerFont(fontName(face, index), file);
  const pen: Pen = { document, fonts: openFonts(files) };
  const root = document.struct('Document', { title: options.title, lang });
  document.addStructure(root);
  for (const scene of scenes) {
    document.addPage();
    const scale = Math.min(width / scene.width, height / scene.height);
    document.translate((width - scene.width * scale) / 2, (height - scene.height * scale) / 2).scale(scale);
    document.lineCap('round').lineJoin('round');
    const sheet = document.struct('Sect');
    root.add(sheet);
    for (const node of scene.children) place(pen, node, sheet);
  }
  document.end();
  return done;
}

type Part = PDFKit.PDFStructureElement;

interface Pen {
  readonly document: PDFKit.PDFDocument;
  readonly fonts: OpenFonts;
}

const fontName = (face: Face, index: number): string => `${face}${String(index)}`;

/** Draws a node and gives it its place in what is read out. What only the eye needs is an artifact. */
function place(pen: Pen, node: SceneNode, parent: Part): void {
  if (node.kind === 'path' || (node.kind === 'text' && node.isSign)) {
    asArtifact(pen, node);
  } else if (node.kind === 'text') {
    const { heading, lang } = node;
    const type = heading === undefined ? 'P' : `H${String(heading)}`;
    parent.add(
      pen.document.struct(type, lang === undefined ? {} : { lang }, () => {
        draw(pen, node);
      }),
    );
  } else if (node.role === 'list') {
    const list = pen.document.struct('L', node.label === undefined ? {} : { title: node.label });
    parent.add(list);
    for (const child of node.children) place(pen, child, list);
  } else if (node.role === 'listitem') {
    placeItem(pen, node, parent);
  } else if (node.says !== undefined) {
    parent.add(sayInstead(pen, 'P', node, node.says));
  } else if (node.symbol) {
    asArtifact(pen, node);
  } else {
    for (const child of node.children) place(pen, child, parent);
  }
}

/** An item of a list: its mark is the label, read out as who does it; all else is the body. */
function placeItem(pen: Pen, { children }: GroupNode, parent: Part): void {
  const item = pen.document.struct('LI');
  parent.add(item);
  let body: Part | undefined;
  for (const child of children) {
    if (child.kind === 'group' && child.says !== undefined) {
      item.add(sayInstead(pen, 'Lbl', child, child.says));
    } else {
      if (body === undefined) {
        body = pen.document.struct('LBody');
        item.add(body);
      }
      place(pen, child, body);
    }
  }
}

const sayInstead = (pen: Pen, type: string, node: SceneNode, says: string): Part =>
  pen.document.struct(type, { actual: says }, () => {
    draw(pen, node);
  });

function asArtifact(pen: Pen, node: SceneNode): void {
  pen.document.markContent('Artifact', { type: 'Layout' });
  draw(pen, node);
  pen.document.endMarkedContent();
}

function draw(pen: Pen, node: SceneNode): void {
  if (node.kind === 'group') for (const child of node.children) draw(pen, child);
  else if (node.kind === 'text') drawText(pen, node);
  else drawPath(pen.document, node);
}

function drawPath(document: PDFKit.PDFDocument, { d, fill, stroke, width = 1, dash }: PathNode): void {
  document.save().path(pathData(d, 2));
  if (stroke) document.lineWidth(width);
  if (dash) document.lineCap('butt').dash(dash[0], { space: dash[1] });
  if (fill && stroke) document.fillAndStroke(daylight[fill], daylight[stroke]);
  else if (fill) document.fill(daylight[fill]);
  else if (stroke) document.stroke(daylight[stroke]);
  document.restore();
}

function drawText({ document, fonts }: Pen, { lines, face, size, fill }: TextNode): void {
  document.fontSize(size).fillColor(daylight[fill]);
  for (const { text, x, y } of lines) {
    let left = x;
    // The space at the end of a line stays, so that its last word is not read as one with the next.
    for (const run of runsInOrder(fonts[face], text)) {
      document.font(fontName(face, run.font ?? 0));
      // With features named, even none, a part is set as a whole: words of Arabic keep their order.
      document.text(run.text, left, y, {
        lineBreak: false,
        baseline: 'alphabetic',
        ...(run.font ? { features: [] } : {}),
      });
      left += emsOfRun(fonts[face], run) * size;
    }
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((total, chunk) => total + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
