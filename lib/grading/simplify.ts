import { Converter } from "opencc-js/t2cn";

const convert = Converter({ from: "t", to: "cn" });

/** Writes traditional Chinese characters as simplified ones (OpenCC's table, by phrase where it has them); everything else stays. */
export const simplify = (text: string): string => convert(text);
