/** Zip archives for tests, byte by byte, so that a test can also make a wrong one. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipMember {
  readonly name: string;
  readonly content: string;
  /** Noon of this day; left out: the archive does not say. */
  readonly changedOn?: string;
  /** What the archive says the checksum is; left out: the right one. */
  readonly checksum?: number;
  readonly isEncrypted?: boolean;
}

/** An archive of these files. */
export function zipOf(members: readonly ZipMember[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const name = Buffer.from(member.name);
    const content = Buffer.from(member.content);
    const packed = deflateRawSync(content);
    // What both headers say, from the flags up to the length of the name.
    const common = Buffer.alloc(22);
    common.writeUInt16LE(member.isEncrypted === true ? 1 : 0, 0);
    common.writeUInt16LE(8, 2);
    common.writeUInt16LE(12 << 11, 4);
    common.writeUInt16LE(dosDay(member.changedOn ?? '1980-01-01'), 6);
    common.writeUInt32LE(member.checksum ?? crc32(content), 8);
    common.writeUInt32LE(packed.length, 12);
    common.writeUInt32LE(content.length, 16);
    common.writeUInt16LE(name.length, 20);
    const local = Buffer.concat([bytes('504b03041400'), common, bytes('0000'), name, packed]);
    const place = Buffer.alloc(4);
    place.writeUInt32LE(offset);
    centrals.push(Buffer.concat([bytes('504b010214001400'), common, Buffer.alloc(12), place, name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32BE(0x504b0506, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function bytes(hexadecimal: string): Buffer {
  return Buffer.from(hexadecimal, 'hex');
}

function dosDay(text: string): number {
  const [year = 1980, month = 1, dayOfMonth = 1] = text.split('-').map(Number);
  return ((year - 1980) << 9) | (month << 5) | dayOfMonth;
}
