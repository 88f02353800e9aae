"""Who is who: members and their representatives, bodies, positions and terms of office."""
