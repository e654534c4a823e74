import type { ReactNode } from "react";

/** `size` in px at normal text; icons grow with the text. */
type IconProps = { readonly size?: number | undefined };

/**
 * Our own few icons: a 24 grid, butt ends and mitred corners, as cut with a knife. Each is a component of its own, so
 * that a bundle carries only those it uses. They are always beside words or inside a labelled control, so hidden from
 * screen readers.
 */
/* @__NO_SIDE_EFFECTS__ */
export function drawIcon(drawing: ReactNode) {
  return function Icon({ size = 28 }: IconProps) {
    return (
      <svg
        width={`${size / 16}rem`}
        height={`${size / 16}rem`}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        style={{ strokeWidth: "var(--icon-stroke)" }}
        strokeMiterlimit={10}
        aria-hidden="true"
        focusable="false"
      >
        {drawing}
      </svg>
    );
  };
}

export const BackIcon = drawIcon(<path d="M15 4 7 12l8 8" />);
export const NextIcon = drawIcon(<path d="m9 4 8 8-8 8" />);
export const PlusIcon = drawIcon(<path d="M12 4v16M4 12h16" />);
export const MinusIcon = drawIcon(<path d="M4 12h16" />);
export const CloseIcon = drawIcon(<path d="m5 5 14 14M19 5 5 19" />);
export const TickIcon = drawIcon(<path d="m3.5 12.5 5.5 6L20.5 5.5" />);
export const AlertIcon = drawIcon(<path d="M12 3.5 2.5 20.5h19zM12 10v5M12 16.6v2.2" />);
export const CameraIcon = drawIcon(
  <path d="M3 7.5h4.5l2-3h5l2 3H21v12H3zM12 10a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4z" />,
);
export const SearchIcon = drawIcon(
  <path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zm4.8 11.3L21 21" />,
);
export const TabletIcon = drawIcon(<path d="M5 2.5h14v19H5zM10 18.5h4" />);
export const UpIcon = drawIcon(<path d="M12 20.5V5M5 11.5 12 4.5l7 7" />);
export const DownIcon = drawIcon(<path d="M12 3.5V19M5 12.5l7 7 7-7" />);
export const CloudIcon = drawIcon(
  <path d="M7 19h10.5a4 4 0 0 0 .6-7.95A6 6 0 0 0 6.6 10.2 4.5 4.5 0 0 0 7 19z" />,
);
export const BoxIcon = drawIcon(<path d="M3 4h18v5H3zM4.5 9v11.5h15V9M9.5 13h5" />);
export const ClockIcon = drawIcon(
  <path d="M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7v5.5l3.5 3" />,
);
export const UndoIcon = drawIcon(<path d="M9 4 4 9l5 5M4.5 9H15a5 5 0 0 1 0 10H9" />);
export const RedoIcon = drawIcon(<path d="m15 4 5 5-5 5m4.5-5H9a5 5 0 0 0 0 10h6" />);
export const CopyIcon = drawIcon(<path d="M9 9h11.5v11.5H9zM15 5.5v-2H3.5V15h2" />);
export const TrashIcon = drawIcon(
  <path d="M3.5 6.5h17M9 6.5v-3h6v3M5.5 6.5l1 14h11l1-14M10 10.5v6M14 10.5v6" />,
);
export const SunIcon = drawIcon(
  <path d="M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 1.5V5M12 19v3.5M1.5 12H5M19 12h3.5M4.6 4.6 7 7M17 17l2.4 2.4M4.6 19.4 7 17M17 7l2.4-2.4" />,
);
export const MoonIcon = drawIcon(<path d="M19.5 14.5A8.5 8.5 0 0 1 9.5 4.5a8 8 0 1 0 10 10z" />);
export const PaperIcon = drawIcon(
  <path d="M5 2.5h9.5L19 7v14.5H5zM14 3v4.5h4.5M8.5 12h7M8.5 16h7" />,
);
export const SettingsIcon = drawIcon(<path d="M3 7h9M17 7h4M14.5 4v6M3 17h4M12 17h9M9.5 14v6" />);
export const PersonIcon = drawIcon(
  <path d="M12 3.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21v-1.5a5 5 0 0 1 5-5h6a5 5 0 0 1 5 5V21" />,
);
export const PhoneIcon = drawIcon(
  <path d="M4 3.5h4.5l2 5-2.5 2a12 12 0 0 0 5.5 5.5l2-2.5 5 2V20a17 17 0 0 1-16.5-16.5z" />,
);
export const MailIcon = drawIcon(<path d="M2.5 5h19v14h-19zM3 6l9 7.5L21 6" />);
export const HomeIcon = drawIcon(
  <path d="M3 11.5 12 3.5l9 8M5.5 9.5V20.5h13V9.5M10 20.5v-6h4v6" />,
);
export const MoreIcon = drawIcon(<path d="M4 12h3M10.5 12h3M17 12h3" strokeWidth={3} />);
export const EraseIcon = drawIcon(<path d="M8.5 5H21.5v14h-13L2.5 12zM11.5 9l6 6M17.5 9l-6 6" />);
export const InstallIcon = drawIcon(<path d="M12 3v12M6 9.5 12 15.5l6-6M3.5 20.5h17" />);
export const HandIcon = drawIcon(
  <path d="M7 13V5.5a1.7 1.7 0 0 1 3.4 0V11 4a1.7 1.7 0 0 1 3.4 0v7-5.5a1.7 1.7 0 0 1 3.4 0V15a6.5 6.5 0 0 1-11.7 3.9L2.8 14.5a1.7 1.7 0 0 1 2.7-2.1z" />,
);
