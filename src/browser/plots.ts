/** The styles of public pages with lines over time or ages. */
import '../ui/plots.css'
