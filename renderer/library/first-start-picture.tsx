/** One film becoming several screens; drawn with the theme's own colours. */
export function FirstStartPicture() {
  return (
    <svg
      className="first-picture"
      viewBox="0 0 280 120"
      width="280"
      height="120"
      aria-hidden="true"
    >
      <g className="pic-line">
        <path d="M108 60 H132" />
        <path d="M150 60 C168 60 166 28 186 28" />
        <path d="M150 60 H196" />
        <path d="M150 60 C168 60 166 96 192 96" />
      </g>
      <rect className="pic-card" x="20" y="30" width="88" height="60" rx="7" />
      <path
        className="pic-hill"
        d="M20 82 L46 58 L64 74 L82 52 L108 78 V83 A7 7 0 0 1 101 90 H27 A7 7 0 0 1 20 83 Z"
      />
      <circle className="pic-sun" cx="42" cy="46" r="6" />
      <path className="pic-play" d="M57 50 L75 60 L57 70 Z" />
      <circle className="pic-dot" cx="141" cy="60" r="9" />
      <path className="pic-tick" d="M137 60 L140 63 L146 57" />
      <rect className="pic-card" x="186" y="10" width="62" height="38" rx="4" />
      <path className="pic-play" d="M211 22 L223 29 L211 36 Z" />
      <rect className="pic-card" x="196" y="54" width="44" height="26" rx="4" />
      <path className="pic-play" d="M213 61 L224 67 L213 73 Z" />
      <rect className="pic-card" x="192" y="86" width="18" height="28" rx="4" />
      <path className="pic-play" d="M198 95 L205 100 L198 105 Z" />
    </svg>
  );
}
