// Types of browser.mjs, which is plain JavaScript so that it can say what is wrong under any Node.
export declare const quietFlags: readonly string[];
export declare function findBrowser(options?: { install?: boolean; say?: (line: string) => void }): Promise<string>;
