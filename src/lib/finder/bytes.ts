/** Writes whole numbers, texts and fractions one after another. */
export class ByteWriter {
  #bytes: number[] = [];

  /** A whole number from 0: seven bits a byte, the highest bit says that more follows. */
  number(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.#bytes.push((rest & 127) | 128);
      rest >>>= 7;
    }
    this.#bytes.push(rest);
  }

  byte(value: number): void {
    this.#bytes.push(value & 255);
  }

  text(value: string): void {
    const bytes = new TextEncoder().encode(value);
    this.number(bytes.length);
    this.#bytes.push(...bytes);
  }

  fraction(value: number): void {
    this.#bytes.push(...new Uint8Array(Float32Array.of(value).buffer));
  }

  /** All that was written, with its checksum behind it. */
  done(): Uint8Array {
    const bytes = Uint8Array.from(this.#bytes);
    const sum = checksum(bytes, bytes.length);
    return Uint8Array.from([...this.#bytes, sum & 255, (sum >>> 8) & 255, (sum >>> 16) & 255, sum >>> 24]);
  }
}

/** Reads what a ByteWriter wrote. Throws when the checksum or the length is wrong. */
export class ByteReader {
  #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    const end = bytes.length - 4;
    const sum = end < 0 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(end, true);
    if (end < 0 || sum !== checksum(bytes, end)) throw new Error('Not whole');
    this.#bytes = bytes.subarray(0, end);
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new Error('Too short');
    return byte;
  }

  text(): string {
    const length = this.number();
    this.#at += length;
    return new TextDecoder().decode(this.#bytes.subarray(this.#at - length, this.#at));
  }

  fraction(): number {
    return new Float32Array(Uint8Array.from([this.byte(), this.byte(), this.byte(), this.byte()]).buffer)[0]!;
  }
}

/** FNV-1a over the first `end` bytes. */
function checksum(bytes: Uint8Array, end: number): number {
  let sum = 0x811c9dc5;
  for (let place = 0; place < end; place++) sum = Math.imul(sum ^ bytes[place]!, 0x01000193);
  return sum >>> 0;
}
