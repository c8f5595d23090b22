import "server-only";
import { closeSync, fsyncSync, openSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

type HostStream = { nfd?: number; node: unknown };
type HostFiles = { stream_ops: { fsync?: (stream: HostStream) => number }; realPath(node: unknown): string };

/** A folder's entries reach the disk through the folder; Windows cannot open one, and needs no sync for it. */
function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  syncFile(path);
}

function syncFile(path: string): void {
  const fd = openSync(path, "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Brings everything below a folder to the disk. */
export function syncTree(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) syncTree(join(path, entry.name));
    else if (entry.isFile()) syncFile(join(path, entry.name));
  }
  syncFolder(path);
}

/**
 * PGlite turns fsync off, and its file layer would ignore it: safe against a killed process, not against a power cut. This layer
 * hands fsync on to the system, so that an acknowledged answer survives both; it costs about 2 ms a commit. A failed fsync becomes
 * an I/O error, on which Postgres stops rather than go on with a log that may not be there.
 */
export class DurableNodeFs extends NodeFS {
  override async init(...[pg, options]: Parameters<NodeFS["init"]>): ReturnType<NodeFS["init"]> {
    const { emscriptenOpts } = await super.init(pg, options);
    const syncFilesOfHost = (module: { FS: { filesystems: { NODEFS: HostFiles }; ErrnoError: new (errno: number) => Error } }) => {
      const files = module.FS.filesystems.NODEFS;
      files.stream_ops.fsync = (stream) => {
        try {
          if (stream.nfd === undefined) syncFolder(files.realPath(stream.node));
          else fsyncSync(stream.nfd);
          return 0;
        } catch {
          throw new module.FS.ErrnoError(29);
        }
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun as never[]), syncFilesOfHost as never] } };
  }
}

/** PGlite's own start parameters with fsync on; its fdatasync does nothing, so the log is synced by fsync. */
export const durableStartParams = [...(PGlite.defaultStartParams as string[]).filter((parameter) => parameter !== "-F"), "-c", "fsync=on", "-c", "wal_sync_method=fsync"];
