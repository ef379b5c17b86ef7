// A component may import its style sheet; Vite bundles it.
declare module '*.css';
