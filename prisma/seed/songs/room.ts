/** A small room: four combs in parallel and two all-passes, after Schroeder. Offset tells left from right. */
export function reverberate(dry: Float32Array, offset: number): Float32Array {
  const wet = new Float32Array(dry.length);
  for (const [delay, feedback] of [[1_557, 0.78], [1_617, 0.77], [1_491, 0.79], [1_422, 0.76]] as const) {
    const line = new Float32Array(delay + offset);
    let [at, damp] = [0, 0];
    for (let i = 0; i < dry.length; i += 1) {
      const back = line[at] ?? 0;
      damp += (back - damp) * 0.55; // walls swallow the high sounds first
      line[at] = (dry[i] ?? 0) + damp * feedback;
      if ((at += 1) === line.length) at = 0;
      wet[i] = (wet[i] ?? 0) + back * 0.25;
    }
  }
  for (const delay of [225, 556]) {
    const line = new Float32Array(delay + offset);
    let at = 0;
    for (let i = 0; i < wet.length; i += 1) {
      const back = line[at] ?? 0;
      const input = wet[i] ?? 0;
      line[at] = input + back * 0.5;
      wet[i] = back - input * 0.5;
      if ((at += 1) === line.length) at = 0;
    }
  }
  return wet;
}
