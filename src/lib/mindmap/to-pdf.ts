import PDFDocument from 'pdfkit';
import type { FontFiles } from './measure.ts';
import { daylight } from './paints.ts';
import type { PathNode, Scene, SceneNode, TextNode } from './scene.ts';
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

/** A drawing on one sheet: vectors, and text that stays text, in the embedded fonts of the house. */
export async function toPdf(
  scene: Scene,
  files: FontFiles,
  paper: PaperSize,
  options: PdfOptions,
): Promise<Uint8Array> {
  const [width, height] = paperSizes[paper];
  const date = new Date(`${options.day}T00:00:00Z`);
  const document = new PDFDocument({
    size: [width, height],
    margin: 0,
    lang: scene.lang,
    displayTitle: true,
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
  document.registerFont('sans', files.sans);
  document.registerFont('serif', files.serif);
  const scale = Math.min(width / scene.width, height / scene.height);
  document.translate((width - scene.width * scale) / 2, (height - scene.height * scale) / 2).scale(scale);
  document.lineCap('round').lineJoin('round');
  for (const node of scene.children) draw(document, node);
  document.end();
  return done;
}

function draw(document: PDFKit.PDFDocument, node: SceneNode): void {
  if (node.kind === 'group') for (const child of node.children) draw(document, child);
  else if (node.kind === 'text') drawText(document, node);
  else drawPath(document, node);
}

function drawPath(document: PDFKit.PDFDocument, { d, fill, stroke, width = 1, dash }: PathNode): void {
  document.save().path(pathData(d));
  if (stroke) document.lineWidth(width);
  if (dash) document.lineCap('butt').dash(dash[0], { space: dash[1] });
  if (fill && stroke) document.fillAndStroke(daylight[fill], daylight[stroke]);
  else if (fill) document.fill(daylight[fill]);
  else if (stroke) document.stroke(daylight[stroke]);
  document.restore();
}

function drawText(document: PDFKit.PDFDocument, { lines, face, size, fill }: TextNode): void {
  document.font(face).fontSize(size).fillColor(daylight[fill]);
  for (const { text, x, y } of lines) document.text(text.trimEnd(), x, y, { lineBreak: false, baseline: 'alphabetic' });
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
