// The transcript screen.

export const transcript = {
  empty: '…',
} as const;
