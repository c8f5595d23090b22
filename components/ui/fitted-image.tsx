/** `width`, `height`: of the picture itself, in pixels; it is shown no larger than that, nor than `most`. */
type FittedImageProps = { src: string; alt: string; width: number; height: number; most: { width: number; height: number } };

/** A picture whose place is kept while it loads; where it does not, its description stands there. */
export function FittedImage({ src, alt, width, height, most }: FittedImageProps) {
  const scale = Math.min(1, most.width / width, most.height / height);
  const [shownWidth, shownHeight] = [width, height].map((side) => Math.max(1, Math.round(side * scale)));
  // eslint-disable-next-line @next/next/no-img-element -- it is small already, and only for those who may see it: nothing for an optimiser that all share
  return <img src={src} alt={alt} width={shownWidth} height={shownHeight} loading="lazy" decoding="async" className="rounded-control border border-line bg-surface text-14 text-muted" />;
}
