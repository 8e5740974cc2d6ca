import { createHash } from 'node:crypto';

/** Made once, for this site alone. Changing it would give every record another id. */
const ownNamespace = '5b0f6d0c-3d5e-4b7e-9a55-2f1c8f0a7c61';

/** The UUID of version 5 (RFC 9562) that belongs to a name: the same in every build and language. */
export function nameUuid(name: string, namespace: string = ownNamespace): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
