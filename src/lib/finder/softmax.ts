/** Turns scores into shares that add up to 1, in place. */
export function softmax(scores: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let of = 0; of < scores.length; of++) sum += scores[of] = Math.exp((scores[of] as number) - highest);
  for (let of = 0; of < scores.length; of++) (scores[of] as number) /= sum;
}
