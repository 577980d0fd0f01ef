"""Serves moto on a free loopback port, whose address is the one line that it prints.

Ends with its standard input, so that it never outlives the program that started it, however that one ends.
"""

import sys

from moto.server import ThreadedMotoServer

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
server.start()
host, port = server.get_host_and_port()
print(f"http://{host}:{port}", flush=True)
sys.stdin.read()
server.stop()
