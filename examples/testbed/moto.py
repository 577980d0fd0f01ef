"""Serves moto on a free loopback port, whose address is the one line that it prints.

Ends with its standard input, so that it never outlives the program that started it, however that one ends.
"""

import logging
import sys

from moto.server import ThreadedMotoServer

# What is said on standard error is about what went wrong, not about each request.
logging.getLogger("werkzeug").setLevel(logging.ERROR)
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
host, port = server.get_host_and_port()
print(f"http://{host}:{port}", flush=True)
sys.stdin.read()
server.stop()
