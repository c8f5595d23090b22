/** A number as a whole mantissa times a power of ten, the mantissa without trailing zeros: 5,200 = 52 × 10². */
export type Rounded = { mantissa: number; exponent: number };

/** Splits a finite number ≥ 0 into its digits and its roundness. */
export function roundedOf(amount: number): Rounded {
  const [digits = "", power = "0"] = amount.toString().split("e");
  const [whole = "", decimals = ""] = digits.split(".");
  const all = `${whole}${decimals}`.replace(/^0+/, "");
  const kept = all.replace(/0+$/, "");
  return { mantissa: Number(kept), exponent: Number(power) - decimals.length + (all.length - kept.length) };
}
