/** The styles of public pages that have pictures of figures. */
import '../ui/pictures.css'
