// Files out of a drop or a chosen folder, folders opened to the bottom, without what systems leave behind in them.

/** All files that were dropped. Must be called at once, in the drop itself: afterwards the browser has forgotten them. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files = entries.length > 0 ? (await Promise.all(entries.map(filesIn))).flat() : [...transfer.files];
  return withoutLeftovers(files);
}

/** Hidden files and what office programs leave while a document is open. */
export function withoutLeftovers(files: readonly File[]): File[] {
  return files
    .filter((file) => !/^(\.|~\$)|^(thumbs\.db|desktop\.ini)$/i.test(file.name))
    .sort((a, b) => a.name.localeCompare(b.name, 'nl', { numeric: true }));
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const files: File[] = [];
  // A folder is handed out in portions; an empty portion is the end.
  for (let part = await readPart(reader); part.length > 0; part = await readPart(reader)) {
    files.push(...(await Promise.all(part.map(filesIn))).flat());
  }
  return files;
}

function readPart(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
