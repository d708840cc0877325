/** A zip on disk: what is in it, and the bytes of a member, checked against the sums that the zip holds. */
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { messageOf, UserError } from '../../errors.js';
import { type ByteSource, createUnpackingGuard, damaged, packingError } from './byte-source.js';

export interface ZipMember {
  /** The name with its folders, as it stands in the zip. */
  readonly name: string;
  readonly isEncrypted: boolean;
  /** In bytes, unpacked, as the zip says. */
  readonly size: number;
}

const MOST_MEMBERS = 10_000;

/** The members of the zip at `path` in its own order. Throws a `UserError` where it is damaged. */
export async function readZipMembers(path: string, displayName: string): Promise<readonly ZipMember[]> {
  return withZip(path, displayName, async (zip) => {
    const members: ZipMember[] = [];
    for await (const entry of zip.eachEntry()) {
      if (members.length === MOST_MEMBERS) {
        throw new UserError(
          `\`${displayName}\` holds more than ${MOST_MEMBERS} files; unpack it and name one list`,
        );
      }
      members.push({ name: entry.fileName, isEncrypted: entry.isEncrypted(), size: entry.uncompressedSize });
    }
    return members;
  });
}

/**
 * The bytes of the member at place `index` of the zip at `path`, which is `packedSize` bytes as a whole.
 * `memberName` is how messages call it.
 */
export function zipMemberBytes(
  path: string,
  displayName: string,
  packedSize: number,
  index: number,
  memberName: string,
): ByteSource {
  return {
    displayName: memberName,
    async *chunks() {
      const zip = await openZip(path, displayName);
      try {
        const entry = await entryAt(zip, index, displayName);
        const guard = createUnpackingGuard(displayName, packedSize);
        let sum = 0;
        const chunks: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
        for await (const chunk of chunks) {
          guard(chunk.length);
          sum = crc32(chunk, sum);
          yield chunk;
        }
        if (sum !== entry.crc32) throw damaged(displayName, 'zip', 'a checksum is wrong');
      } catch (thrown) {
        throw zipError(thrown, displayName);
      } finally {
        zip.close();
      }
    },
  };
}

async function entryAt(zip: ZipFile, index: number, displayName: string): Promise<Entry> {
  let place = 0;
  for await (const entry of zip.eachEntry()) {
    if (place === index) return entry;
    place += 1;
  }
  throw new UserError(`\`${displayName}\` changed while it was being read; run again`);
}

async function withZip<T>(path: string, displayName: string, work: (zip: ZipFile) => Promise<T>): Promise<T> {
  const zip = await openZip(path, displayName);
  try {
    return await work(zip);
  } catch (thrown) {
    throw zipError(thrown, displayName);
  } finally {
    zip.close();
  }
}

async function openZip(path: string, displayName: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false });
  } catch (thrown) {
    throw zipError(thrown, displayName);
  }
}

/** yauzl throws plain errors about the zip; those of the system carry a code, and bugs are of other kinds. */
function zipError(thrown: unknown, displayName: string): unknown {
  if (thrown instanceof Error && thrown.constructor === Error && !('code' in thrown)) {
    return damaged(displayName, 'zip', messageOf(thrown));
  }
  return packingError(thrown, displayName, 'zip');
}
