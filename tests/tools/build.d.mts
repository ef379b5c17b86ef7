// Types of build.mjs, which is plain JavaScript so that it can say what is wrong under any Node.
export declare function buildIfNeeded(options?: { force?: boolean; say?: (line: string) => void }): Promise<boolean>;
