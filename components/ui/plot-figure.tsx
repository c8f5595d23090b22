import * as Plot from "@observablehq/plot";
import { DrawingDocument } from "./drawing-document";

type PlotFigureProps = {
  options: Plot.PlotOptions;
  /** Of the drawing in its own units (pixels of the screen as long as there is room). */
  width: number;
  height: number;
  className?: string;
};

/** Plot asks for the whole of a browser's document, but uses no more than this one has. */
const document = new DrawingDocument() as unknown as Document;

/** Plot's own rules for its drawings are in globals.css: the security policy lets no drawing bring its own. */
const withoutStyles = (markup: string) => markup.replace(/<style>[\s\S]*?<\/style>/g, "").replace(/ class="plot-[^"]*"/, "");

/** Plot writes sixteen digits, which nobody sees and every page would carry twice. */
const withShortNumbers = (markup: string) => markup.replace(/(\d\.\d\d)\d{3,}/g, "$1");

/** Plot's 10 px are too small to read. */
const withReadableText = (markup: string) => markup.replace(' font-size="10"', ' font-size="12"');

/**
 * A chart drawn on the server, so that the browser gets a picture and no code. It says nothing to screen readers: stand it in a ChartFrame.
 * Texts are escaped by the document; colours are given as variables of the theme ("var(--color-accent)").
 */
export function PlotFigure({ options, width, height, className = "" }: PlotFigureProps) {
  const figure = Plot.plot({ ...options, width, height, document });
  return <div className={`plot overflow-x-auto ${className}`} dangerouslySetInnerHTML={{ __html: withReadableText(withShortNumbers(withoutStyles(figure.outerHTML))) }} />;
}
