import activity from 'lucide-static/icons/activity.svg?raw'
import arrowDown from 'lucide-static/icons/arrow-down.svg?raw'
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw'
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw'
import arrowUp from 'lucide-static/icons/arrow-up.svg?raw'
import ban from 'lucide-static/icons/ban.svg?raw'
import bell from 'lucide-static/icons/bell.svg?raw'
import bookOpen from 'lucide-static/icons/book-open.svg?raw'
import briefcase from 'lucide-static/icons/briefcase.svg?raw'
import building2 from 'lucide-static/icons/building-2.svg?raw'
import calendar from 'lucide-static/icons/calendar.svg?raw'
import check from 'lucide-static/icons/check.svg?raw'
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw'
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw'
import circle from 'lucide-static/icons/circle.svg?raw'
import circleCheck from 'lucide-static/icons/circle-check.svg?raw'
import circleDashed from 'lucide-static/icons/circle-dashed.svg?raw'
import circleDot from 'lucide-static/icons/circle-dot.svg?raw'
import circleQuestionMark from 'lucide-static/icons/circle-question-mark.svg?raw'
import clipboardList from 'lucide-static/icons/clipboard-list.svg?raw'
import clock from 'lucide-static/icons/clock.svg?raw'
import doorOpen from 'lucide-static/icons/door-open.svg?raw'
import download from 'lucide-static/icons/download.svg?raw'
import ellipsis from 'lucide-static/icons/ellipsis.svg?raw'
import externalLink from 'lucide-static/icons/external-link.svg?raw'
import eye from 'lucide-static/icons/eye.svg?raw'
import fileText from 'lucide-static/icons/file-text.svg?raw'
import flag from 'lucide-static/icons/flag.svg?raw'
import folderOpen from 'lucide-static/icons/folder-open.svg?raw'
import footprints from 'lucide-static/icons/footprints.svg?raw'
import gitMerge from 'lucide-static/icons/git-merge.svg?raw'
import globe from 'lucide-static/icons/globe.svg?raw'
import handHeart from 'lucide-static/icons/hand-heart.svg?raw'
import handshake from 'lucide-static/icons/handshake.svg?raw'
import heart from 'lucide-static/icons/heart.svg?raw'
import house from 'lucide-static/icons/house.svg?raw'
import inbox from 'lucide-static/icons/inbox.svg?raw'
import info from 'lucide-static/icons/info.svg?raw'
import keyRound from 'lucide-static/icons/key-round.svg?raw'
import keyboard from 'lucide-static/icons/keyboard.svg?raw'
import languages from 'lucide-static/icons/languages.svg?raw'
import lifeBuoy from 'lucide-static/icons/life-buoy.svg?raw'
import link from 'lucide-static/icons/link.svg?raw'
import list from 'lucide-static/icons/list.svg?raw'
import listFilter from 'lucide-static/icons/list-filter.svg?raw'
import lock from 'lucide-static/icons/lock.svg?raw'
import logIn from 'lucide-static/icons/log-in.svg?raw'
import logOut from 'lucide-static/icons/log-out.svg?raw'
import mail from 'lucide-static/icons/mail.svg?raw'
import map from 'lucide-static/icons/map.svg?raw'
import mapPin from 'lucide-static/icons/map-pin.svg?raw'
import menu from 'lucide-static/icons/menu.svg?raw'
import messageCircle from 'lucide-static/icons/message-circle.svg?raw'
import pause from 'lucide-static/icons/pause.svg?raw'
import pencil from 'lucide-static/icons/pencil.svg?raw'
import phone from 'lucide-static/icons/phone.svg?raw'
import play from 'lucide-static/icons/play.svg?raw'
import plus from 'lucide-static/icons/plus.svg?raw'
import printer from 'lucide-static/icons/printer.svg?raw'
import qrCode from 'lucide-static/icons/qr-code.svg?raw'
import refreshCw from 'lucide-static/icons/refresh-cw.svg?raw'
import route from 'lucide-static/icons/route.svg?raw'
import scrollText from 'lucide-static/icons/scroll-text.svg?raw'
import search from 'lucide-static/icons/search.svg?raw'
import send from 'lucide-static/icons/send.svg?raw'
import settings from 'lucide-static/icons/settings.svg?raw'
import shield from 'lucide-static/icons/shield.svg?raw'
import siren from 'lucide-static/icons/siren.svg?raw'
import sun from 'lucide-static/icons/sun.svg?raw'
import trash2 from 'lucide-static/icons/trash-2.svg?raw'
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw'
import undo2 from 'lucide-static/icons/undo-2.svg?raw'
import upload from 'lucide-static/icons/upload.svg?raw'
import user from 'lucide-static/icons/user.svg?raw'
import users from 'lucide-static/icons/users.svg?raw'
import wifiOff from 'lucide-static/icons/wifi-off.svg?raw'
import x from 'lucide-static/icons/x.svg?raw'

/**
 * The Lucide drawings in use, by name. Import an icon here before using it, so that pages carry no drawing nobody asks for.
 */
const drawings = {
  activity,
  'arrow-down': arrowDown,
  'arrow-left': arrowLeft,
  'arrow-right': arrowRight,
  'arrow-up': arrowUp,
  ban,
  bell,
  'book-open': bookOpen,
  briefcase,
  'building-2': building2,
  calendar,
  check,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  circle,
  'circle-check': circleCheck,
  'circle-dashed': circleDashed,
  'circle-dot': circleDot,
  'circle-question-mark': circleQuestionMark,
  'clipboard-list': clipboardList,
  clock,
  'door-open': doorOpen,
  download,
  ellipsis,
  'external-link': externalLink,
  eye,
  'file-text': fileText,
  flag,
  'folder-open': folderOpen,
  footprints,
  'git-merge': gitMerge,
  globe,
  'hand-heart': handHeart,
  handshake,
  heart,
  house,
  inbox,
  info,
  'key-round': keyRound,
  keyboard,
  languages,
  'life-buoy': lifeBuoy,
  link,
  list,
  'list-filter': listFilter,
  lock,
  'log-in': logIn,
  'log-out': logOut,
  mail,
  map,
  'map-pin': mapPin,
  menu,
  'message-circle': messageCircle,
  pause,
  pencil,
  phone,
  play,
  plus,
  printer,
  'qr-code': qrCode,
  'refresh-cw': refreshCw,
  route,
  'scroll-text': scrollText,
  search,
  send,
  settings,
  shield,
  siren,
  sun,
  'trash-2': trash2,
  'triangle-alert': triangleAlert,
  'undo-2': undo2,
  upload,
  user,
  users,
  'wifi-off': wifiOff,
  x,
} as const

/** Name of an icon in use, as Lucide spells it. */
export type IconName = keyof typeof drawings

/** All names in use, for the gallery. */
export const iconNames = Object.keys(drawings) as readonly IconName[]

/** The inside of the SVG of an icon: only its paths, as trusted markup from the Lucide package. */
export const iconPaths = (name: IconName): string => paths[name]

const paths = Object.fromEntries(Object.entries(drawings).map(([name, file]) => [name, inside(file)])) as Readonly<
  Record<IconName, string>
>

function inside(file: string): string {
  return file
    .replace(/^[\s\S]*?<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/\s*\n\s*/g, '')
}
