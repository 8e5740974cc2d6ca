/** Turns scores into shares that add up to 1, in place. */
export function softmax(scores: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) highest = Math.max(highest, score);
  let sum = 0;
  for (let of = 0; of < scores.length; of++) {
    const power = Math.exp(scores[of]! - highest);
    scores[of] = power;
    sum += power;
  }
  for (let of = 0; of < scores.length; of++) scores[of] = scores[of]! / sum;
}
