// A stand-in until this screen is here.

export function FrequencyView() {
  return <p />;
}
