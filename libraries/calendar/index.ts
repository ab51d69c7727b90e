export {
  addDays,
  addMonths,
  daysBetween,
  type IsoDate,
  isIsoDate,
  isoDateIn,
  startOfDayIn,
  weekdayOf,
} from './iso-date.ts'
export { addWorkingDays, belgianHolidays, isWorkingDay } from './working-days.ts'
