// Types of run.mjs, which is plain JavaScript so that the scripts that begin with it run under any Node.
export declare const project: string;
export declare const tools: { readonly biome: string; readonly tsc: string; readonly vitest: string };
export declare function run(script: string, args?: readonly string[], env?: Readonly<Record<string, string>>): Promise<number>;
