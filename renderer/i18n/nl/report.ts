// The report screen.

export const report = {
  empty: '…',
} as const;
